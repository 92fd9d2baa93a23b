import { EvospiceError, defined, type ChatMessage, type Completion, type LanguageModel, type ProposalDetails, type ProposalOptions } from '@evospice/contracts';
import { addUsage, noUsage, usageDetails } from './usage.ts';

/** How each question is asked. */
export interface AskingOptions {
  readonly temperature: number | undefined;
  readonly maxTokens: number | undefined;
}

/** One attempt's questions to a model: what was said so far, and what it has cost. */
export class Conversation {
  readonly #model: LanguageModel;
  readonly #asking: AskingOptions;
  readonly #options: ProposalOptions;
  #usage = noUsage;

  constructor(model: LanguageModel, asking: AskingOptions, options: ProposalOptions) {
    this.#model = model;
    this.#asking = asking;
    this.#options = options;
  }

  /** What all answers together have cost. */
  get spent(): ProposalDetails {
    return usageDetails(this.#usage);
  }

  /**
   * @param model asked in place of the attempt's own
   * @throws EvospiceError the model's own, saying which model it was
   */
  async ask(messages: readonly ChatMessage[], seed: number | undefined, model = this.#model): Promise<Completion> {
    const { signal, exchanged, spent } = this.#options;
    const { name } = model;
    try {
      const answer = await model.complete({ messages, ...defined({ ...this.#asking, seed }) }, defined({ signal }));
      exchanged?.({ model: name, messages, answer });
      this.#usage = addUsage(this.#usage, answer.usage);
      spent?.({ model: this.#model.name, ...this.spent });
      return answer;
    } catch (error) {
      if (!EvospiceError.is(error)) throw error;
      exchanged?.({ model: name, messages, failure: { code: error.code, reason: error.message } });
      const { code, message, received, expected, remedy } = error;
      throw new EvospiceError(code, `the language model ${name} gave no answer: ${message}`, { received, cause: error, ...defined({ expected, remedy }) });
    }
  }
}
