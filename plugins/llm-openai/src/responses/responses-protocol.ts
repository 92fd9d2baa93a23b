import { defined, type Completion, type CompletionRequest } from '@evospice/contracts';
import type { ClientErrors, Gathering, Parameters, ServiceProtocol } from '@evospice/llm-kit';
import type { OpenaiClient } from '../openai-client.ts';
import type { OpenaiOptions } from '../options.ts';
import { readResponse } from './response.ts';
import { ResponseGathering } from './response-gathering.ts';

/** OpenAI's Responses API. Instructions of the conversation are those of the request. */
export class ResponsesProtocol implements ServiceProtocol {
  readonly #options: OpenaiOptions;
  readonly #client: OpenaiClient;

  constructor(options: OpenaiOptions, client: OpenaiClient) {
    this.#options = options;
    this.#client = client;
  }

  get errors(): ClientErrors | undefined {
    return this.#client.errors;
  }

  /** Answers are on record here; there is no reason for the service to keep them. */
  optionalParameters(): Parameters {
    return { store: false };
  }

  send({ messages, maxTokens }: CompletionRequest, parameters: Parameters, signal: AbortSignal): Promise<Response> {
    const { model, stream, maxTokens: longest } = this.#options;
    const instructions = messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n\n');
    return this.#client.post('/responses', {
      model,
      input: messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }])),
      ...parameters,
      ...defined({ instructions: instructions === '' ? undefined : instructions, max_output_tokens: maxTokens ?? longest, stream: stream ? true : undefined }),
    }, signal);
  }

  gather(): Gathering {
    return new ResponseGathering(this.#options);
  }

  completion(document: unknown): Completion {
    return readResponse(document, this.#options);
  }
}
