import {
  EvospiceError, defined, type ChatMessage, type ChildVerdict, type EvaluatedProgram, type LanguageModel, type ProgramText, type Proposal, type ProposalOptions,
  type ProposalRequest, type Proposer,
} from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { fixedWeights, type Arm, type ArmChoice } from './choice/arm.ts';
import { Conversation } from './conversation.ts';
import { childOfAnswer, type Child } from './diff/child-of-answer.ts';
import { mutationKinds } from './kinds/mutation-kinds.ts';
import type { Assignment, MutationKind } from './kinds/mutation-kind.ts';
import type { LlmProposerOptions } from './options.ts';
import type { Advice } from './prompt/prompt-part.ts';
import { systemPrompt } from './prompt/system-prompt.ts';
import { repairPrompt, userParts } from './prompt/user-prompt.ts';

const cutWords = { length: ' (the answer was cut at its length limit: maxTokens)', filter: " (the answer was cut by the service's filter)" } as const;

/** Largest seed that services accept everywhere. */
const largestSeed = 2 ** 31 - 1;

export interface LlmProposerParts {
  readonly options: LlmProposerOptions;
  /** Models that may be asked, at least one, each with its weight among them. */
  readonly models: readonly { readonly model: LanguageModel; readonly weight: number }[];
  /** By fixed weights when left out. */
  readonly choice?: ArmChoice;
  readonly advice?: readonly Advice[];
}

/** What is done by which model. */
interface Plan extends Arm {
  readonly asked: LanguageModel;
  readonly does: MutationKind;
  readonly assignment: Assignment;
}

/**
 * Asks a language model for one of several kinds of change, and applies its answer strictly: SEARCH/REPLACE edits, or a whole program.
 * An answer that cannot be applied or does not parse is shown its error and may be corrected, `repairs` times. A model that gives no
 * answer at all ends the attempt with the model's own code.
 */
export class LlmProposer implements Proposer {
  readonly name = 'llm';
  readonly parents: number;
  readonly #parts: LlmProposerParts;
  readonly #choice: ArmChoice;
  /** Ids of failed children that are being repaired, or of which a repaired child has come. */
  readonly #taken = new Set<string>();

  constructor(parts: LlmProposerParts) {
    this.#parts = parts;
    this.#choice = parts.choice ?? fixedWeights;
    // More than are shown, so that there is a choice of inspirations.
    this.parents = Math.max(2, 1 + 3 * parts.options.maxInspirations);
  }

  async propose(request: ProposalRequest, options: ProposalOptions = {}): Promise<Proposal> {
    if (request.parents.length === 0) throw failed('there is no parent to change');
    const plan = this.#choice.choose(this.#plans(request), request.random);
    const { failure } = plan.assignment;
    if (failure?.id !== undefined) this.#taken.add(failure.id);
    try {
      return await this.#carryOut(plan, request, options);
    } catch (error) {
      if (failure?.id !== undefined) this.#taken.delete(failure.id);
      throw error;
    }
  }

  outcome(verdict: ChildVerdict): void {
    const { repaired } = verdict.details;
    if (typeof repaired === 'string') this.#taken.add(repaired);
    this.#choice.outcome?.(verdict);
    for (const advice of this.#parts.advice ?? []) advice.outcome?.(verdict);
  }

  /** Every model with every kind that is switched on and possible. */
  #plans(request: ProposalRequest): readonly Plan[] {
    const { models, options: { kinds } } = this.#parts;
    const possible = mutationKinds.flatMap((does) => {
      const assignment = kinds[does.name] > 0 && request.parents.length >= does.parents ? does.assign(request, this.#taken) : undefined;
      return assignment === undefined ? [] : [{ does, assignment }];
    });
    return models.flatMap(({ model: asked, weight }) => possible.map(({ does, assignment }) => (
      { model: asked.name, kind: does.name, weight: weight * kinds[does.name], asked, does, assignment }
    )));
  }

  async #carryOut(plan: Plan, request: ProposalRequest, options: ProposalOptions): Promise<Proposal> {
    const { does, asked, assignment: { base, parents, details: own } } = plan;
    const { temperature, maxTokens, repairs: allowed, seeded } = this.#parts.options;
    const inspirations = this.#inspirations(plan, request);
    const messages = this.#messages(plan, request, inspirations);
    const conversation = new Conversation(asked, { temperature, maxTokens }, options);
    for (let repairs = 0; ; repairs += 1) {
      const completion = await conversation.ask([...messages], seeded ? request.random.integer(0, largestSeed) : undefined);
      const child = this.#child(request, base, completion.text);
      if ('source' in child) {
        return {
          entry: base.entry,
          files: { ...base.files, [base.entry]: child.source },
          operator: `llm-${does.name}`,
          parents: [...new Set([...parents, ...inspirations.map(({ program }) => program.id)])],
          details: { model: asked.name, form: child.form, edits: child.edits, repairs, ...defined({ cut: completion.cut }), ...own, ...conversation.spent },
        };
      }
      const reason = `${child.reason}${completion.cut === undefined ? '' : cutWords[completion.cut]}`;
      if (repairs >= allowed) throw failed(`the answer of ${completion.model} cannot be used: ${reason}`, repairs + 1);
      messages.push({ role: 'assistant', content: completion.text }, { role: 'user', content: repairPrompt(reason) });
    }
  }

  #messages(plan: Plan, request: ProposalRequest, inspirations: readonly EvaluatedProgram[]): ChatMessage[] {
    const { does: kind, assignment } = plan;
    const advice = (this.#parts.advice ?? []).flatMap((one) => one.parts(request, plan));
    const parts = userParts({ request, kind, assignment, inspirations, advice, maxRejections: this.#parts.options.maxRejections });
    return [
      { role: 'system', content: systemPrompt(request.problem, assignment.base.entry) },
      { role: 'user', content: parts.map(({ text }) => text).join('\n\n') },
    ];
  }

  #inspirations({ assignment }: Plan, { parents }: ProposalRequest): readonly EvaluatedProgram[] {
    return parents.filter(({ program }) => !assignment.parents.includes(program.id)).slice(0, this.#parts.options.maxInspirations);
  }

  #child(request: ProposalRequest, base: ProgramText, answer: string): Child {
    const child = childOfAnswer(mainSource(base), answer, base.entry);
    if (!('source' in child)) return child;
    const known = [...request.parents, ...request.rejections].flatMap(({ program }) => (program === null ? [] : mainSource(program)));
    return known.includes(child.source) ? { reason: 'the changed program is one that is known already' } : child;
  }
}

function failed(message: string, answers?: number): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', message, {
    received: answers,
    expected: 'an answer whose edits apply to the evolve block of the parent and leave a program that parses',
    remedy: 'raise repairs, lower the temperature, or use a stronger model',
  });
}
