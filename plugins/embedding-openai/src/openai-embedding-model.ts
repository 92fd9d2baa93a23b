import type { EmbeddingModel, Embeddings, Logger } from '@evospice/contracts';
import { boundedFetch, errorInBody, failedBody, failedStatus, keyOf, malformedAnswer, sortThrown, TryFailed, withRetries } from '@evospice/llm-kit';
import { z } from 'zod';
import { officialBaseUrl, type EmbeddingOptions } from './options.ts';

const answerSchema = z.object({
  model: z.string().nullish(),
  data: z.array(z.object({ index: z.number().optional(), embedding: z.array(z.number()).min(1) })),
  usage: z.object({ prompt_tokens: z.int().min(0).optional(), total_tokens: z.int().min(0).optional() }).nullish().catch(undefined),
});

/** Embeddings of OpenAI, or of any service that speaks its protocol. Texts are cut at a limit, as a service refuses longer ones altogether. */
export class OpenaiEmbeddingModel implements EmbeddingModel {
  readonly name: string;
  readonly #options: EmbeddingOptions;
  readonly #logger: Logger;
  readonly #key: string | undefined;
  readonly #fetch: typeof fetch;

  /**
   * @param environment where `apiKeyVariable` is looked up, once
   * @throws EvospiceError `LLM_REFUSED` when OpenAI itself is asked and there is no key.
   */
  constructor(options: EmbeddingOptions, logger: Logger, environment: Readonly<Record<string, string | undefined>> = process.env) {
    this.name = options.model;
    this.#options = options;
    this.#logger = logger;
    this.#key = keyOf(environment, { ...options, officialBaseUrl });
    this.#fetch = boundedFetch(options);
  }

  embed(texts: readonly string[], { signal }: { readonly signal?: AbortSignal } = {}): Promise<Embeddings> {
    return withRetries({
      ...this.#options, key: this.#key, logger: this.#logger, signal,
      attempt: (either) => this.#try(texts, either),
      sort: (error, overdue) => sortThrown(error, overdue, this.#options, undefined),
    });
  }

  async #try(texts: readonly string[], signal: AbortSignal): Promise<Embeddings> {
    const { baseUrl, model, dimensions, maxCharacters } = this.#options;
    const response = await this.#fetch(`${baseUrl.replace(/\/+$/, '')}/embeddings`, {
      method: 'POST', signal,
      headers: { 'content-type': 'application/json', ...(this.#key === undefined ? {} : { authorization: `Bearer ${this.#key}` }) },
      body: JSON.stringify({ model, input: texts.map((text) => text.slice(0, maxCharacters)), encoding_format: 'float', ...(dimensions === undefined ? {} : { dimensions }) }),
    });
    const text = await response.text();
    if (response.status >= 400) {
      const said = errorInBody(JSON.parse(text)) ?? { message: 'no reason is given' };
      throw new TryFailed(failedStatus({ status: response.status, said, headers: response.headers }, this.#options));
    }
    return this.#read(text, texts.length);
  }

  #read(text: string, count: number): Embeddings {
    const { model, baseUrl, price } = this.#options;
    const where = `the answer of ${model} at ${baseUrl}`;
    const unusable = (what: string): TryFailed => new TryFailed({
      retry: true,
      error: malformedAnswer(`${where} ${what}`, text.slice(0, 200), 'a vector for each text in data[].embedding', 'check that baseUrl is an OpenAI-compatible service (it usually ends in /v1) and that the model makes embeddings'),
    });
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      throw unusable('is not JSON');
    }
    const error = errorInBody(body);
    const parsed = answerSchema.safeParse(body);
    if (!parsed.success) throw error === undefined ? unusable('holds no embeddings') : new TryFailed(failedBody(error, this.#options));
    const { data, usage, model: said } = parsed.data;
    const vectors = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0)).map(({ embedding }) => embedding);
    if (vectors.length !== count) throw unusable(`holds ${vectors.length} vectors for ${count} texts`);
    if (vectors.some((vector) => vector.length !== vectors[0]?.length)) throw unusable('holds vectors of several lengths');
    if (vectors.some((vector) => vector.every((value) => value === 0))) throw unusable('holds a vector of zeros');
    const inputTokens = usage?.prompt_tokens ?? usage?.total_tokens;
    return {
      model: said ?? model, vectors,
      ...(inputTokens === undefined ? {} : { usage: { inputTokens, ...(price === undefined ? {} : { cost: (inputTokens * price) / 1e6 }) } }),
    };
  }
}
