import { BoundedText, errorInBody, failedBody, isObject, TryFailed, type Gathering, type Service, type WireLimit } from '@evospice/llm-kit';

/** Events that close a response. */
const ends = new Set(['response.completed', 'response.incomplete', 'response.failed']);

/** Takes the response that the last event of its stream brings; its text is that of the pieces where the service does not repeat it. */
export class ResponseGathering implements Gathering {
  readonly #service: Service & WireLimit;
  readonly #text: BoundedText;
  #response: Readonly<Record<string, unknown>> | undefined;

  constructor(service: Service & WireLimit) {
    this.#service = service;
    this.#text = new BoundedText(service);
  }

  take(event: unknown): void {
    if (!isObject(event)) return;
    const { type, response } = event;
    if (type === 'error' || type === undefined) {
      const error = errorInBody(event);
      if (error !== undefined) throw new TryFailed(failedBody(error, this.#service));
    }
    if (type === 'response.output_text.delta' && typeof event['delta'] === 'string') this.#text.add(event['delta']);
    if (typeof type === 'string' && ends.has(type) && isObject(response)) this.#response = response;
  }

  document(): unknown {
    const response = this.#response;
    const text = this.#text.toString();
    if (response === undefined || (Array.isArray(response['output']) && response['output'].length > 0) || text === '') return response;
    return { ...response, output: [{ type: 'message', content: [{ type: 'output_text', text }] }] };
  }
}
