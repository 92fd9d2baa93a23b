import { describeError, EvospiceError, type ChatMessage, type Exchange, type LanguageModel } from '@evospice/contracts';
import type { Purpose } from '../events.ts';
import type { Journal } from '../loop/journal.ts';

/** Whose programs a question is about, and what for. */
export interface Question {
  /** Place of the program in the order of proposals. */
  readonly ordinal: number;
  readonly proposer: string;
  readonly purpose: Purpose;
  readonly messages: readonly ChatMessage[];
}

export interface AskingParts {
  readonly journal: Journal;
  readonly signal: AbortSignal;
}

/**
 * Asks a language model about a program, once: the exchange is stored, and a run that was cut off in between takes the stored one. A model that gives no
 * answer is an exchange with a failure.
 * @throws what the model throws once the signal has fired
 */
export async function askModel(model: LanguageModel, { ordinal, proposer, purpose, messages }: Question, { journal, signal }: AskingParts): Promise<Exchange> {
  const stored = journal.view.exchangeOf(ordinal, purpose);
  if (stored !== undefined) return stored;
  const exchange = await exchangeWith(model, messages, signal);
  journal.write('model-asked', { ordinal, proposer, purpose, exchange });
  return exchange;
}

async function exchangeWith(model: LanguageModel, messages: readonly ChatMessage[], signal: AbortSignal): Promise<Exchange> {
  try {
    return { model: model.name, messages, answer: await model.complete({ messages }, { signal }) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { model: model.name, messages, failure: { code: EvospiceError.is(error) ? error.code : 'LLM_ANSWER', reason: describeError(error) } };
  }
}
