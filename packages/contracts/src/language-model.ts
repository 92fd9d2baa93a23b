/** One message of a conversation. */
export interface ChatMessage {
  /** `system`: instructions that hold throughout; `user`: questions; `assistant`: earlier answers of the model. */
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** What a model is asked. */
export interface CompletionRequest {
  /** In order; at least one, the last one a question. */
  readonly messages: readonly ChatMessage[];
  /** Spread of the sampling, from 0 (the likeliest words) to 2; the model's own when left out. */
  readonly temperature?: number;
  /** Longest answer, in tokens of the model; the model's own limit when left out. */
  readonly maxTokens?: number;
  /** Passed on where the service takes one; most do not promise the same answer for the same seed. */
  readonly seed?: number;
}

/** What a request cost. */
export interface CompletionUsage {
  /** Tokens of the messages, those from a cache included. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Input tokens that the service had in its cache; left out where it does not say. */
  readonly cachedTokens?: number;
  /** Price in US dollars, where the service says it. */
  readonly cost?: number;
}

/** An answer. */
export interface Completion {
  /** Not empty. */
  readonly text: string;
  /** Model as the service names it. */
  readonly model: string;
  readonly usage?: CompletionUsage;
}

/** One chat completion. */
export interface LanguageModel {
  readonly name: string;
  /**
   * @throws EvospiceError `LLM_UNREACHABLE`, `LLM_REFUSED` (key, quota), `LLM_TIMEOUT`, `LLM_ANSWER` (empty or malformed),
   *   `LLM_CANCELLED` when the signal fires. Retries are bounded and logged.
   */
  complete(request: CompletionRequest, options?: { readonly signal?: AbortSignal }): Promise<Completion>;
}
export const LanguageModel = Symbol.for('evospice.LanguageModel');
