import type { Completion, CompletionRequest } from '@evospice/contracts';
import { boundedFetch, type ClientErrors, type Gathering, type Parameters, type ServiceProtocol } from '@evospice/llm-kit';
import type { Anthropic } from '@anthropic-ai/sdk';
import { readAnswer } from './answer.ts';
import { MessageGathering } from './message-gathering.ts';
import type { AnthropicOptions } from './options.ts';

/** Anthropic's Messages API. */
export class MessagesProtocol implements ServiceProtocol {
  readonly #options: AnthropicOptions;
  readonly #key: string | undefined;
  /** The library and its client, loaded by the first request: most commands never ask a model. */
  #library: typeof import('@anthropic-ai/sdk') | undefined;
  #client: Anthropic | undefined;

  constructor(options: AnthropicOptions, key: string | undefined) {
    this.#options = options;
    this.#key = key;
  }

  get errors(): ClientErrors | undefined {
    return this.#library?.Anthropic;
  }

  optionalParameters(): Parameters {
    return {};
  }

  async send({ messages, maxTokens }: CompletionRequest, parameters: Parameters, signal: AbortSignal): Promise<Response> {
    const { model, maxTokens: longest, stream } = this.#options;
    this.#library ??= await import('@anthropic-ai/sdk');
    this.#client ??= this.#connect(this.#library.Anthropic);
    const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n\n');
    return this.#client.post('/v1/messages', {
      body: {
        model,
        max_tokens: maxTokens ?? longest,
        messages: messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }])),
        // What every request of a run begins with is kept by the service.
        ...(system === '' ? {} : { system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }] }),
        ...parameters,
        ...(stream ? { stream } : {}),
      },
      signal,
    }).asResponse();
  }

  gather(): Gathering {
    return new MessageGathering(this.#options);
  }

  completion(document: unknown): Completion {
    return readAnswer(document, this.#options);
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
}
