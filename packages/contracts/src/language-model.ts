export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface CompletionRequest {
  readonly messages: readonly ChatMessage[];
  readonly temperature?: number;
  readonly maxTokens?: number;
  /** Passed on where the service takes one. */
  readonly seed?: number;
}

export interface Completion {
  readonly text: string;
  /** Model as the service names it. */
  readonly model: string;
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
}

/** One chat completion. */
export interface LanguageModel {
  readonly name: string;
  /**
   * @throws EvospiceError `LLM_UNREACHABLE`, `LLM_REFUSED` (key, quota), `LLM_TIMEOUT`, `LLM_ANSWER` (empty or malformed).
   *   Retries are bounded and logged.
   */
  complete(request: CompletionRequest, options?: { readonly signal?: AbortSignal }): Promise<Completion>;
}
export const LanguageModel = Symbol.for('evospice.LanguageModel');
