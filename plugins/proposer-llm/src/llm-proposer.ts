import {
  EvospiceError, defined, type ChatMessage, type ChildVerdict, type Json, type Memory, type ProgramText, type Proposal, type ProposalDetails,
  type ProposalOptions, type ProposalRequest, type Proposer, type RandomSource,
} from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { fixedWeights, type Arm, type ArmChoice } from './choice/arm.ts';
import type { Member } from './choice/ensemble.ts';
import { costOf, type Pull } from './choice/pull.ts';
import { Conversation } from './conversation.ts';
import { childOfAnswer, type Child } from './diff/child-of-answer.ts';
import { withoutThoughts } from './diff/thoughts.ts';
import { mutationKinds } from './kinds/mutation-kinds.ts';
import type { Assignment, MutationKind } from './kinds/mutation-kind.ts';
import { adviseInTurn, type Advice, type Advised } from './learning/advice.ts';
import { learningOf, type LearningParts } from './learning/learning.ts';
import { write } from './kinds/write.ts';
import type { LlmProposerOptions } from './options.ts';
import { chooseInspirations } from './prompt/inspirations.ts';
import type { Fitted } from './prompt/fit.ts';
import { Prompts } from './prompt/prompts.ts';
import { mayExceed, tokensOf } from './prompt/tokens.ts';
import { inspirationName, type Question } from './prompt/question.ts';

const cutWords = { length: ' (the answer was cut at its length limit: maxTokens)', filter: " (the answer was cut by the service's filter)" } as const;

/** Tokens kept free for an answer of which no length is asked. */
const usualAnswer = 8192;

/** Characters of an answer that its model is shown again. */
const MOST_SHOWN = 40_000;

/** Largest seed that services accept everywhere. */
const largestSeed = 2 ** 31 - 1;

/** Kind of the memory of a choice of which no child came. */
const failedPull = 'failed-choice';

export interface LlmProposerParts {
  readonly options: LlmProposerOptions;
  /** Models that may be asked, at least one, each with its weight among them. */
  readonly models: readonly Member[];
  /** By fixed weights when left out. */
  readonly choice?: ArmChoice;
  /** What learning needs besides the prompts; without it no other run can be learnt from. */
  readonly learning?: Partial<Omit<LearningParts, 'prompts'>>;
  /** Absolute path of the folder of templates that take the place of the plugin's. */
  readonly promptFolder?: string;
}

/** What is done by which model. */
interface Plan extends Arm {
  readonly asked: Member;
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
  readonly #prompts: Prompts;
  readonly #advice: readonly Advice[];
  /** Ids of failed children that are being repaired, or of which a repaired child has come. */
  readonly #taken = new Set<string>();

  constructor(parts: LlmProposerParts) {
    this.#parts = parts;
    this.#choice = parts.choice ?? fixedWeights;
    this.#prompts = new Prompts(parts.promptFolder);
    this.#advice = learningOf(parts.options, { prompts: this.#prompts, memoriesOf: noOtherRuns, models: {}, ...parts.learning });
    // More than are shown, so that there is a choice of inspirations.
    this.parents = Math.max(2, 1 + 3 * parts.options.maxInspirations);
  }

  conditions(): Promise<Readonly<Record<string, Json>>> {
    return this.#prompts.conditions();
  }

  async propose(request: ProposalRequest, options: ProposalOptions = {}): Promise<Proposal> {
    if (request.parents.length === 0 && request.blank === undefined) throw failed('there is no parent to change');
    const plan = this.#choice.choose(this.#plans(request), request.random);
    const { failure } = plan.assignment;
    if (failure?.id !== undefined) this.#taken.add(failure.id);
    let cost: ProposalDetails = {};
    const spent = (details: ProposalDetails): void => {
      cost = details;
      options.spent?.(details);
    };
    try {
      return await this.#carryOut(plan, request, { ...options, spent });
    } catch (error) {
      if (failure?.id !== undefined) this.#taken.delete(failure.id);
      if (options.signal?.aborted !== true) this.#failed({ model: plan.model, kind: plan.kind, gain: 0, ...costOf(cost) }, options);
      throw error;
    }
  }

  /** What did not become a child has no outcome, so it is kept for whoever chooses by what came of choices. */
  #failed(pull: Pull, { keep }: ProposalOptions): void {
    if (this.#choice.failed === undefined) return;
    this.#choice.failed(pull);
    keep?.({ kind: failedPull, data: { ...pull } });
  }

  remember(memory: Memory): void {
    if (memory.kind === failedPull) this.#choice.failed?.(memory.data as unknown as Pull);
    for (const advice of this.#advice) advice.remember?.(memory);
  }

  outcome(verdict: ChildVerdict): void {
    const { repaired } = verdict.details;
    if (typeof repaired === 'string') this.#taken.add(repaired);
    this.#choice.outcome?.(verdict);
    for (const advice of this.#advice) advice.outcome?.(verdict);
  }

  /** Every model with every kind that is switched on and possible. */
  #plans(request: ProposalRequest): readonly Plan[] {
    const { models, options: { kinds } } = this.#parts;
    const first = request.parents.length === 0 ? write.assign(request, this.#taken) : undefined;
    if (first !== undefined) return models.map((asked) => ({ model: asked.model.name, kind: write.name, weight: asked.weight, asked, does: write, assignment: first }));
    const possible = mutationKinds.flatMap((does) => {
      const assignment = kinds[does.name] > 0 && request.parents.length >= does.parents ? does.assign(request, this.#taken) : undefined;
      return assignment === undefined ? [] : [{ does, assignment }];
    });
    return models.flatMap((asked) => possible.map(({ does, assignment }) => (
      { model: asked.model.name, kind: does.name, weight: asked.weight * kinds[does.name], asked, does, assignment }
    )));
  }

  async #carryOut(plan: Plan, request: ProposalRequest, options: ProposalOptions): Promise<Proposal> {
    const { does, asked, assignment: { base, parents, details: own } } = plan;
    const { temperature, maxTokens, repairs: allowed } = this.#parts.options;
    const conversation = new Conversation(asked.model, { temperature, maxTokens }, options);
    const plain = this.#question(plan, request);
    const { parts: advice, details: advised } = await this.#advised(plain, plan, { conversation, keep: options.keep });
    const question = { ...plain, advice };
    const said: ChatMessage[] = [];
    let prompt = await this.#fitted(question, asked);
    for (let repairs = 0; ; repairs += 1) {
      const completion = await conversation.ask(prompt.messages, this.#seed(request.random));
      const child = this.#child(request, base, completion.text);
      if ('source' in child) {
        const shown = question.inspirations.filter((_, index) => prompt.parts.some(({ name }) => name === inspirationName(index + 1)));
        const dropped = prompt.dropped.length === 0 ? undefined : prompt.dropped.join(', ');
        return {
          entry: base.entry,
          files: { ...base.files, [base.entry]: child.source },
          operator: `llm-${does.name}`,
          parents: [...new Set([...parents, ...shown.map(({ program }) => program.id)])],
          details: { model: asked.model.name, form: child.form, edits: child.edits, repairs, ...defined({ cut: completion.cut, dropped }), ...own, ...advised, ...conversation.spent },
        };
      }
      const reason = `${child.reason}${completion.cut === undefined ? '' : cutWords[completion.cut]}`;
      if (repairs >= allowed) throw failed(`the answer of ${completion.model} cannot be used: ${reason}`, repairs + 1);
      said.push({ role: 'assistant', content: shownAgain(completion.text) }, await this.#prompts.reask(reason));
      prompt = await this.#fitted(question, asked, said).catch((error: unknown) => {
        if (!EvospiceError.is(error, 'PROPOSAL_CONTEXT')) throw error;
        throw failed(`the answer of ${completion.model} cannot be used: ${reason}; and the model's context has no room to ask again`, repairs + 1);
      });
    }
  }

  #question(plan: Plan, request: ProposalRequest): Question {
    const { maxInspirations, maxRejections } = this.#parts.options;
    const { does: { name: kind }, assignment } = plan;
    const others = request.parents.filter(({ program }) => !assignment.parents.includes(program.id));
    return {
      request, kind, assignment, maxRejections,
      inspirations: chooseInspirations(assignment.base, others, maxInspirations),
      advice: [],
    };
  }

  /** What was learnt of use for a question; some of it is asked for on the way. */
  async #advised(question: Question, { asked, ...arm }: Plan, { conversation, keep }: { readonly conversation: Conversation; readonly keep: ProposalOptions['keep'] }): Promise<Advised> {
    if (this.#advice.length === 0) return { parts: [], details: {} };
    const { request } = question;
    const random = request.random.split();
    return adviseInTurn(this.#advice, {
      request, arm, random,
      ask: async (messages, model) => withoutThoughts((await conversation.ask(messages, this.#seed(random), model)).text),
      fits: async (messages) => !mayExceed(messages, this.#room(asked)) || (await tokensOf(messages)) <= this.#room(asked),
      question: async (asks, advice) => (await this.#fitted({ ...question, advice, asks }, asked)).messages,
      keep: (memory) => {
        this.remember(memory);
        keep?.(memory);
      },
    });
  }

  #seed(random: RandomSource): number | undefined {
    return this.#parts.options.seeded ? random.integer(0, largestSeed) : undefined;
  }

  /** The messages of a question, with room for the answer. @param behind what was said since */
  #fitted(question: Question, asked: Member, behind: readonly ChatMessage[] = []): Promise<Fitted> {
    return this.#prompts.ask(question, { tokens: this.#room(asked), behind });
  }

  /** Tokens of a question that leaves room for the answer. */
  #room({ contextTokens = this.#parts.options.contextTokens }: Member): number {
    const { maxTokens = Math.min(usualAnswer, contextTokens / 4) } = this.#parts.options;
    return Math.floor(contextTokens - maxTokens);
  }

  #child(request: ProposalRequest, base: ProgramText, answer: string): Child {
    const child = childOfAnswer(mainSource(base), answer, base.entry);
    if (!('source' in child)) return child;
    const known = [...request.parents, ...request.rejections].flatMap(({ program }) => (program === null ? [] : mainSource(program)));
    return known.includes(child.source) ? { reason: 'the changed program is one that is known already' } : child;
  }
}

function noOtherRuns(run: string): Promise<never> {
  return Promise.reject(new EvospiceError('PROPOSER_MEMORY', `the lessons of ${run} cannot be read here`, { received: run, expected: 'a run of the command, which finds other runs' }));
}

function shownAgain(answer: string): string {
  return answer.length <= MOST_SHOWN ? answer : `${answer.slice(0, MOST_SHOWN)}\n[the rest is left out here]`;
}

function failed(message: string, answers?: number): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', message, {
    received: answers,
    expected: 'an answer whose edits apply to the evolve block of the parent and leave a program that parses',
    remedy: 'raise repairs, lower the temperature, or use a stronger model',
  });
}
