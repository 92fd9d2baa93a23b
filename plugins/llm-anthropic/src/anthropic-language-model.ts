import { defined, EvospiceError, type Completion, type CompletionRequest, type LanguageModel, type Logger } from '@evospice/contracts';
import {
  boundedFetch, failedStatus, keyFrom, OptionalParameters, priced, reasonOf, shortened, timedOut, unreachable, withRetries, type FailedTry,
} from '@evospice/llm-kit';
import type { Anthropic } from '@anthropic-ai/sdk';
import { readAnswer, unusable } from './answer.ts';
import { officialBaseUrl, type AnthropicOptions } from './options.ts';

/** Anthropic's Messages API. Retries are made here and not in the client, so that each one is logged. */
export class AnthropicLanguageModel implements LanguageModel {
  readonly name: string;
  readonly #options: AnthropicOptions;
  readonly #logger: Logger;
  readonly #key: string | undefined;
  readonly #parameters: OptionalParameters;
  /** The library and its client, loaded by the first request: most commands never ask a model. */
  #library: typeof import('@anthropic-ai/sdk') | undefined;
  #client: Anthropic | undefined;

  /**
   * @param environment where `apiKeyVariable` is looked up, once
   * @throws EvospiceError `LLM_REFUSED` when Anthropic itself is asked and there is no key.
   */
  constructor(options: AnthropicOptions, logger: Logger, environment: Readonly<Record<string, string | undefined>> = process.env) {
    this.name = options.model;
    this.#options = options;
    this.#logger = logger;
    this.#key = keyFrom(environment, options.apiKeyVariable);
    this.#parameters = new OptionalParameters(options.model, logger);
    if (this.#key === undefined && options.baseUrl.replace(/\/+$/u, '') === officialBaseUrl) {
      throw new EvospiceError('LLM_REFUSED', `there is no key for ${options.baseUrl}: the environment variable ${options.apiKeyVariable} is empty`, {
        received: options.apiKeyVariable, expected: 'an environment variable that holds a key', remedy: `set ${options.apiKeyVariable}`,
      });
    }
  }

  complete(request: CompletionRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Completion> {
    return this.#parameters.send({ temperature: request.temperature ?? this.#options.temperature }, (parameters) => withRetries({
      ...this.#options, key: this.#key, logger: this.#logger, signal,
      attempt: (either) => this.#try(request, { parameters, signal: either }),
      sort: (error, overdue) => this.#sorted(error, overdue),
    }));
  }

  async #try(request: CompletionRequest, { parameters, signal }: { readonly parameters: Readonly<Record<string, unknown>>; readonly signal: AbortSignal }): Promise<Completion> {
    const { model, maxTokens } = this.#options;
    this.#library ??= await import('@anthropic-ai/sdk');
    this.#client ??= this.#connect(this.#library.Anthropic);
    const system = request.messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n\n');
    const body = await this.#client.messages.create({
      model,
      max_tokens: request.maxTokens ?? maxTokens,
      messages: request.messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }])),
      // What every request of a run begins with is kept by the service.
      ...(system === '' ? {} : { system: [{ type: 'text' as const, text: system, cache_control: { type: 'ephemeral' as const } }] }),
      ...parameters,
    }, { signal });
    const completion = readAnswer(body, this.#options);
    if (completion.cut !== undefined) this.#logger.warn(`the answer of ${completion.model} was cut ${completion.cut === 'length' ? 'at its length limit' : "by the service's filter"}`, { outputTokens: completion.usage?.outputTokens });
    const usage = priced(completion.usage, this.#options.price);
    return usage === undefined ? completion : { ...completion, usage };
  }

  /** Everything the client would otherwise read from the environment is set, so that the configuration alone decides. */
  #connect(Client: typeof Anthropic): Anthropic {
    return new Client({
      baseURL: this.#options.baseUrl,
      apiKey: this.#key ?? null,
      authToken: null,
      ...(this.#key === undefined ? { defaultHeaders: { 'x-api-key': null, authorization: null } } : {}),
      maxRetries: 0,
      fetch: boundedFetch(this.#options),
      // Covers the headers only; the deadline of a whole answer is the signal's.
      timeout: Math.ceil(this.#options.timeoutSeconds * 1000) + 1000,
      logLevel: 'off',
    });
  }

  #sorted(error: unknown, overdue: boolean): FailedTry {
    const { baseUrl, timeoutSeconds, model } = this.#options;
    // The client wraps what our own fetch throws.
    if (error instanceof Error && EvospiceError.is(error.cause)) return { error: error.cause, retry: error.cause.code === 'LLM_ANSWER' };
    if (overdue) return timedOut(this.#options, timeoutSeconds, error);
    const library = this.#library?.Anthropic;
    if (library !== undefined && error instanceof library.APIError && error.status !== undefined) {
      const { status, headers } = error;
      const said = (error.error as { readonly error?: { readonly message?: string; readonly type?: string } } | undefined)?.error;
      return failedStatus({ status, said: { message: said?.message ?? reasonOf(error).replace(`${status} `, ''), ...defined({ code: said?.type }) }, retryAfter: headers?.get('retry-after'), cause: error }, this.#options);
    }
    if (library !== undefined && error instanceof library.APIConnectionError) return unreachable(`no connection to ${baseUrl}: ${reasonOf(error)}`, error);
    if (error instanceof SyntaxError) return unusable(`the answer of ${model} at ${baseUrl} is not JSON: ${shortened(error.message, 200)}`, error.message).failed;
    return unreachable(`the connection to ${baseUrl} broke: ${reasonOf(error)}`, error);
  }
}
