import { BoundedText, errorInBody, failedBody, isObject, TryFailed, type Gathering, type Service, type WireLimit } from '@evospice/llm-kit';

/** Puts a message together from the events of its stream; it is whole with `message_stop`. */
export class MessageGathering implements Gathering {
  readonly #service: Service & WireLimit;
  readonly #text: BoundedText;
  /** Types of blocks other than text. */
  readonly #others = new Set<string>();
  #message: Readonly<Record<string, unknown>> = {};
  #isWhole = false;

  constructor(service: Service & WireLimit) {
    this.#service = service;
    this.#text = new BoundedText(service);
  }

  take(event: unknown): void {
    if (!isObject(event)) return;
    switch (event['type']) {
      case 'message_start':
        this.#change(event['message']);
        break;
      case 'content_block_start':
        this.#begin(event['content_block']);
        break;
      case 'content_block_delta':
        this.#add(event['delta']);
        break;
      case 'message_delta':
        this.#change(event['delta']);
        this.#change({ usage: event['usage'] });
        break;
      case 'message_stop':
        this.#isWhole = true;
        break;
      default: {
        const error = event['type'] === 'ping' ? undefined : errorInBody(event);
        if (error !== undefined) throw new TryFailed(failedBody(error, this.#service));
      }
    }
  }

  document(): unknown {
    if (!this.#isWhole) return undefined;
    return { ...this.#message, content: [...[...this.#others].map((type) => ({ type })), { type: 'text', text: this.#text.toString() }] };
  }

  /** Counts of tokens come in several events, each of which may leave some out. */
  #change(fields: unknown): void {
    if (!isObject(fields)) return;
    const { usage, ...others } = fields;
    this.#message = { ...this.#message, ...others, usage: { ...(this.#message['usage'] as object | undefined), ...(isObject(usage) ? usage : {}) } };
  }

  #begin(block: unknown): void {
    if (!isObject(block)) return;
    if (block['type'] === 'text') this.#add({ type: 'text_delta', text: block['text'] });
    else this.#others.add(String(block['type']));
  }

  #add(delta: unknown): void {
    if (isObject(delta) && delta['type'] === 'text_delta' && typeof delta['text'] === 'string') this.#text.add(delta['text']);
  }
}
