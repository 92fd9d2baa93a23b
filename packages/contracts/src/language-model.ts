/** One message of a conversation, as plain text. */
export interface ChatMessage {
  /** `system`: instructions that hold throughout; `user`: questions; `assistant`: earlier answers of the model. */
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A conversation to be continued. What is left out is up to the configuration of the model, and then to the service. */
export interface CompletionRequest {
  /** At least one, oldest first, the last one a question. */
  readonly messages: readonly ChatMessage[];
  /** Sampling temperature, from 0 (always the likeliest token) to 2; some services take at most 1. */
  readonly temperature?: number;
  /** Longest answer in tokens of the model, a whole number from 1. A longer answer is cut there. */
  readonly maxTokens?: number;
  /** Passed on where the service takes one; most do not promise the same answer for the same seed. */
  readonly seed?: number;
}

/** What a request cost. */
export interface CompletionUsage {
  /** Tokens of the messages, those from a cache included. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The service left out a count, which is 0 here: sums are lower bounds. */
  readonly incomplete?: true;
  /** Input tokens that the service had in its cache; left out where it does not say. */
  readonly cachedTokens?: number;
  /** Price in US dollars, where the service says it. */
  readonly cost?: number;
}

/** The answer to one request. */
export interface Completion {
  /** Never empty. */
  readonly text: string;
  /** Model as the service names it. */
  readonly model: string;
  /** Tokens that were read and written; left out where the service tells nothing of them. */
  readonly usage?: CompletionUsage;
  /** Why the text ends early, where it does: at the limit of length, or by a filter of the service. */
  readonly cut?: 'length' | 'filter';
  /** Requests that it took, where the first failed. */
  readonly tries?: number;
}

/** A model that continues a conversation. */
export interface LanguageModel {
  readonly name: string;
  /**
   * @throws EvospiceError `LLM_UNREACHABLE`, `LLM_REFUSED` (key, quota), `LLM_TIMEOUT`, `LLM_ANSWER` (empty or malformed),
   *   `LLM_CANCELLED` (the signal fired). Retries are bounded and logged.
   */
  complete(request: CompletionRequest, options?: { readonly signal?: AbortSignal }): Promise<Completion>;
}
export const LanguageModel = Symbol.for('evospice.LanguageModel');
