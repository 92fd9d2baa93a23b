import { boundedFetch, type ClientErrors, type Parameters } from '@evospice/llm-kit';
import type { ClientOptions, OpenAI } from 'openai';
import { officialBaseUrl, type OpenaiOptions } from './options.ts';

/** The client of the library, which is loaded by the first request: most commands never ask a model. */
export class OpenaiClient {
  readonly #options: OpenaiOptions;
  readonly #key: string | undefined;
  #library: typeof import('openai') | undefined;
  #client: OpenAI | undefined;

  constructor(options: OpenaiOptions, key: string | undefined) {
    this.#options = options;
    this.#key = key;
  }

  get errors(): ClientErrors | undefined {
    return this.#library;
  }

  /** @throws what the client throws for a status of 400 or more and without a connection */
  async post(path: string, body: Parameters, signal: AbortSignal): Promise<Response> {
    this.#library ??= await import('openai');
    this.#client ??= new this.#library.OpenAI(clientOptions(this.#options, this.#key));
    return this.#client.post(path, { body, signal }).asResponse();
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
