import { setTimeout as sleep } from 'node:timers/promises';
import { EvospiceError, type ChatMessage, type Completion, type CompletionRequest, type Exchange, type LanguageModel } from '@evospice/contracts';

export interface ScriptedOptions {
  readonly by: 'question' | 'order';
  readonly seconds: number;
}

/**
 * Answers as it was answered before. By question, each recorded answer is given once, in the order in which it was recorded for this question: so a run
 * with one worker that is made again from its script asks and hears the same. Failures are repeated as well.
 */
export class ScriptedLanguageModel implements LanguageModel {
  readonly name = 'scripted';
  readonly #options: ScriptedOptions;
  readonly #queues = new Map<string, Exchange[]>();

  constructor(exchanges: readonly Exchange[], options: ScriptedOptions) {
    this.#options = options;
    for (const exchange of exchanges) {
      const key = this.#keyOf(exchange.messages);
      const queue = this.#queues.get(key);
      if (queue === undefined) this.#queues.set(key, [exchange]);
      else queue.push(exchange);
    }
  }

  async complete({ messages }: CompletionRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Completion> {
    const cancelled = (cause: unknown): EvospiceError => new EvospiceError('LLM_CANCELLED', 'the request was cancelled', { cause });
    if (signal?.aborted === true) throw cancelled(signal.reason);
    // Taken at once, so that requests side by side are answered in the order in which they were made.
    const exchange = this.#queues.get(this.#keyOf(messages))?.shift();
    if (this.#options.seconds > 0) await sleep(this.#options.seconds * 1000, undefined, { signal }).catch((error: unknown) => { throw cancelled(error); });
    if (exchange === undefined) {
      throw new EvospiceError('LLM_ANSWER', 'the script has no answer to this question', {
        received: messages.at(-1)?.content.slice(0, 200),
        expected: this.#options.by === 'question' ? 'a question that was asked when the script was recorded, as often as then' : 'no more questions than recorded answers',
        remedy: 'use the configuration and seed that the script was recorded with, one worker, or `by: order`',
      });
    }
    if (exchange.answer !== undefined) return exchange.answer;
    throw new EvospiceError(exchange.failure?.code ?? 'LLM_ANSWER', exchange.failure?.reason ?? 'the script has neither an answer nor a failure');
  }

  #keyOf(messages: readonly ChatMessage[]): string {
    return this.#options.by === 'order' ? '' : JSON.stringify(messages.map(({ role, content }) => [role, content]));
  }
}
