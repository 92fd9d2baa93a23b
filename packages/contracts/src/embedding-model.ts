import type { CompletionUsage } from './language-model.ts';

/** What a model made of some texts. */
export interface Embeddings {
  /** Model as the service names it. */
  readonly model: string;
  /** One for each text, in their order; all of one length, finite, and none of them all zeros. */
  readonly vectors: readonly (readonly number[])[];
  /** Left out where the service tells nothing of it. */
  readonly usage?: Pick<CompletionUsage, 'inputTokens' | 'cost'>;
}

/** A model that turns texts into vectors, such that texts with similar meanings get vectors of similar directions. */
export interface EmbeddingModel {
  readonly name: string;
  /**
   * @param texts at least one, none of them empty
   * @throws EvospiceError with the codes of a `LanguageModel`: `LLM_UNREACHABLE`, `LLM_REFUSED`, `LLM_TIMEOUT`, `LLM_ANSWER`, `LLM_CANCELLED`
   */
  embed(texts: readonly string[], options?: { readonly signal?: AbortSignal }): Promise<Embeddings>;
}
export const EmbeddingModel = Symbol.for('evospice.EmbeddingModel');
