import { EvospiceError, type Completion, type CompletionRequest, type LanguageModel, type Logger } from '@evospice/contracts';
import { boundedFetch, keyFrom, OptionalParameters, priced, withRetries } from '@evospice/llm-kit';
import type { ClientOptions, OpenAI } from 'openai';
import { readAnswer } from './answer.ts';
import { failedTry } from './failures.ts';
import { officialBaseUrl, type OpenaiOptions } from './options.ts';

/**
 * Chat completions of OpenAI, or of any service that speaks its protocol (Ollama, vLLM, llama.cpp, LM Studio).
 * Retries are made here and not in the client, so that each one is logged.
 */
export class OpenaiLanguageModel implements LanguageModel {
  readonly name: string;
  readonly #options: OpenaiOptions;
  readonly #logger: Logger;
  readonly #key: string | undefined;
  readonly #parameters: OptionalParameters;
  /** The library and its client, loaded by the first request: most commands never ask a model. */
  #library: typeof import('openai') | undefined;
  #client: OpenAI | undefined;

  /**
   * @param environment where `apiKeyVariable` is looked up, once
   * @throws EvospiceError `LLM_REFUSED` when OpenAI itself is asked and there is no key.
   */
  constructor(options: OpenaiOptions, logger: Logger, environment: Readonly<Record<string, string | undefined>> = process.env) {
    this.name = options.model;
    this.#options = options;
    this.#logger = logger;
    this.#key = keyFrom(environment, options.apiKeyVariable);
    this.#parameters = new OptionalParameters(options.model, logger);
    if (this.#key === undefined && options.baseUrl.replace(/\/+$/, '') === officialBaseUrl) {
      throw new EvospiceError('LLM_REFUSED', `there is no key for ${options.baseUrl}: the environment variable ${options.apiKeyVariable} is empty`, {
        received: options.apiKeyVariable,
        expected: 'an environment variable that holds a key',
        remedy: `set ${options.apiKeyVariable}, or set baseUrl to a local service that needs none`,
      });
    }
  }

  complete(request: CompletionRequest, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Completion> {
    return this.#parameters.send({ temperature: request.temperature ?? this.#options.temperature, seed: request.seed }, (parameters) => withRetries({
      ...this.#options, key: this.#key, logger: this.#logger, signal,
      attempt: (either) => this.#try(request, { parameters, signal: either }),
      sort: (error, overdue) => failedTry(error, overdue, this.#options, this.#library),
    }));
  }

  async #try(request: CompletionRequest, { parameters, signal }: { readonly parameters: Readonly<Record<string, unknown>>; readonly signal: AbortSignal }): Promise<Completion> {
    const { model, baseUrl, tokenLimitField } = this.#options;
    const maxTokens = request.maxTokens ?? this.#options.maxTokens;
    const limitField = tokenLimitField ?? (baseUrl.startsWith(officialBaseUrl) ? 'max_completion_tokens' : 'max_tokens');
    this.#library ??= await import('openai');
    this.#client ??= new this.#library.OpenAI(clientOptions(this.#options, this.#key));
    const body = await this.#client.chat.completions.create(
      {
        model,
        messages: request.messages.map(({ role, content }) => ({ role, content })),
        ...parameters,
        ...(maxTokens === undefined ? {} : { [limitField]: maxTokens }),
      },
      { signal },
    );
    const completion = readAnswer(body, this.#options);
    if (completion.cut !== undefined) {
      const why = completion.cut === 'length' ? 'at its length limit' : "by the service's filter";
      this.#logger.warn(`the answer of ${completion.model} was cut ${why}`, { outputTokens: completion.usage?.outputTokens, maxTokens });
    }
    const usage = priced(completion.usage, this.#options.price);
    return usage === undefined ? completion : { ...completion, usage };
  }
}

/** Everything the client would otherwise read from the environment is set, so that the configuration alone decides. */
function clientOptions(options: OpenaiOptions, key: string | undefined): ClientOptions {
  const official = options.baseUrl.startsWith(officialBaseUrl);
  return {
    baseURL: options.baseUrl,
    apiKey: key ?? 'none',
    adminAPIKey: null,
    webhookSecret: null,
    // An organization or project of OpenAI is nobody else's business.
    ...(official ? {} : { organization: null, project: null }),
    // Without a key no header is sent: some local servers refuse a wrong one.
    ...(key === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    maxRetries: 0,
    fetch: boundedFetch(options),
    // Covers the headers only; the deadline of a whole answer is the signal's.
    timeout: Math.ceil(options.timeoutSeconds * 1000) + 1000,
    logLevel: 'off',
  };
}
