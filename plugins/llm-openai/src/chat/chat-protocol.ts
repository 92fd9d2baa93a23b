import type { Completion, CompletionRequest } from '@evospice/contracts';
import type { ClientErrors, Gathering, Parameters, ServiceProtocol } from '@evospice/llm-kit';
import type { OpenaiClient } from '../openai-client.ts';
import { officialBaseUrl, type OpenaiOptions } from '../options.ts';
import { readAnswer } from './answer.ts';
import { ChatGathering } from './chat-gathering.ts';

/** Chat completions. */
export class ChatProtocol implements ServiceProtocol {
  readonly #options: OpenaiOptions;
  readonly #client: OpenaiClient;

  constructor(options: OpenaiOptions, client: OpenaiClient) {
    this.#options = options;
    this.#client = client;
  }

  get errors(): ClientErrors | undefined {
    return this.#client.errors;
  }

  optionalParameters({ seed }: CompletionRequest): Parameters {
    // Without it a stream says nothing of tokens.
    return { seed, stream_options: this.#options.stream ? { include_usage: true } : undefined };
  }

  send(request: CompletionRequest, parameters: Parameters, signal: AbortSignal): Promise<Response> {
    const { model, baseUrl, stream, maxTokens, tokenLimitField } = this.#options;
    const limit = request.maxTokens ?? maxTokens;
    const limitField = tokenLimitField ?? (baseUrl.startsWith(officialBaseUrl) ? 'max_completion_tokens' : 'max_tokens');
    return this.#client.post('/chat/completions', {
      model,
      messages: request.messages.map(({ role, content }) => ({ role, content })),
      ...parameters,
      ...(limit === undefined ? {} : { [limitField]: limit }),
      ...(stream ? { stream } : {}),
    }, signal);
  }

  gather(): Gathering {
    return new ChatGathering(this.#options);
  }

  completion(document: unknown): Completion {
    return readAnswer(document, this.#options);
  }
}
