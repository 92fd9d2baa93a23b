import {
  EvospiceError, defined, type ChatMessage, type Completion, type LanguageModel, type ProgramText, type Proposal, type ProposalOptions, type ProposalRequest,
  type Proposer,
} from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { childOfAnswer, type Child } from './diff/child-of-answer.ts';
import type { LlmProposerOptions } from './options.ts';
import { addUsage, noUsage, usageDetails } from './usage.ts';
import { systemPrompt } from './prompt/system-prompt.ts';
import { repairPrompt, userPrompt } from './prompt/user-prompt.ts';

const cutWords = { length: ' (the answer was cut at its length limit: maxTokens)', filter: " (the answer was cut by the service's filter)" } as const;

interface Asking {
  readonly signal: AbortSignal | undefined;
  readonly exchanged: ProposalOptions['exchanged'];
}

/** Largest seed that services accept everywhere. */
const largestSeed = 2 ** 31 - 1;

/**
 * Asks a language model for SEARCH/REPLACE edits of the parent (or a whole rewritten program) and applies them strictly.
 * An answer that cannot be applied or does not parse is shown its error and may be corrected, `repairs` times. A model that gives no
 * answer at all ends the attempt with the model's own code.
 */
export class LlmProposer implements Proposer {
  readonly name = 'llm';
  readonly #options: LlmProposerOptions;
  readonly #model: LanguageModel;

  constructor(options: LlmProposerOptions, model: LanguageModel) {
    this.#options = options;
    this.#model = model;
  }

  async propose(request: ProposalRequest, { signal, spent, exchanged }: ProposalOptions = {}): Promise<Proposal> {
    const [parent, ...others] = request.parents;
    if (parent === undefined) throw failed('there is no parent to change');
    const messages: ChatMessage[] = [
      { role: 'system', content: systemPrompt(request.problem, parent.program.entry) },
      { role: 'user', content: userPrompt(request, this.#options) },
    ];
    let usage = noUsage;
    for (let repairs = 0; ; repairs += 1) {
      const completion = await this.#ask(messages, request, { signal, exchanged });
      usage = addUsage(usage, completion.usage);
      spent?.({ model: completion.model, ...usageDetails(usage) });
      const child = this.#child(request, parent.program, completion.text);
      if ('source' in child) {
        return {
          entry: parent.program.entry,
          files: { ...parent.program.files, [parent.program.entry]: child.source },
          operator: child.operator,
          parents: [...new Set([parent, ...others.slice(0, this.#options.maxInspirations)].map(({ program }) => program.id))],
          details: { model: completion.model, edits: child.edits, repairs, ...defined({ cut: completion.cut }), ...usageDetails(usage) },
        };
      }
      const reason = `${child.reason}${completion.cut === undefined ? '' : cutWords[completion.cut]}`;
      if (repairs >= this.#options.repairs) throw failed(`the answer of ${completion.model} cannot be used: ${reason}`, repairs + 1);
      messages.push({ role: 'assistant', content: completion.text }, { role: 'user', content: repairPrompt(reason) });
    }
  }

  #child(request: ProposalRequest, parent: ProgramText, answer: string): Child {
    const child = childOfAnswer(mainSource(parent), answer, parent.entry);
    if (!('source' in child)) return child;
    const known = [...request.parents, ...request.rejections].flatMap(({ program }) => (program === null ? [] : mainSource(program)));
    return known.includes(child.source) ? { reason: 'the changed program is one that is known already' } : child;
  }

  async #ask(messages: readonly ChatMessage[], request: ProposalRequest, { signal, exchanged }: Asking): Promise<Completion> {
    const { temperature, maxTokens, seeded } = this.#options;
    try {
      const answer = await this.#model.complete(
        {
          messages: [...messages],
          ...defined({ temperature, maxTokens, seed: seeded ? request.random.integer(0, largestSeed) : undefined }),
        },
        defined({ signal }),
      );
      exchanged?.({ model: this.#model.name, messages: [...messages], answer });
      return answer;
    } catch (error) {
      if (!EvospiceError.is(error)) throw error;
      exchanged?.({ model: this.#model.name, messages: [...messages], failure: { code: error.code, reason: error.message } });
      const { code, message, received, expected, remedy } = error;
      throw new EvospiceError(code, `the language model ${this.#model.name} gave no answer: ${message}`, { received, cause: error, ...defined({ expected, remedy }) });
    }
  }
}

function failed(message: string, answers?: number): EvospiceError {
  return new EvospiceError('PROPOSAL_FAILED', message, {
    received: answers,
    expected: 'an answer whose edits apply to the evolve block of the parent and leave a program that parses',
    remedy: 'raise repairs, lower the temperature, or use a stronger model',
  });
}
