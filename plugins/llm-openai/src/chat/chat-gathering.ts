import { BoundedText, isObject, type Gathering, type Service, type WireLimit } from '@evospice/llm-kit';
import { refuseError } from '../unusable.ts';

/** Puts a chat completion together from its chunks. The first choice alone is read; it is whole when its reason to end has come. */
export class ChatGathering implements Gathering {
  readonly #service: Service & WireLimit;
  readonly #text: BoundedText;
  #model: unknown;
  #reason: unknown;
  #usage: unknown;
  #refusal = '';
  #thought = false;
  #tools: unknown;

  constructor(service: Service & WireLimit) {
    this.#service = service;
    this.#text = new BoundedText(service);
  }

  take(event: unknown): void {
    refuseError(event, this.#service);
    if (!isObject(event)) return;
    this.#model ??= event['model'];
    this.#usage = event['usage'] ?? this.#usage;
    const choices = Array.isArray(event['choices']) ? event['choices'].filter(isObject) : [];
    const choice = choices.find(({ index = 0 }) => index === 0);
    if (choice === undefined) return;
    this.#reason = choice['finish_reason'] ?? this.#reason;
    const delta = choice['delta'];
    if (isObject(delta)) this.#takeDelta(delta);
  }

  #takeDelta(delta: Readonly<Record<string, unknown>>): void {
    const { content, refusal, tool_calls: tools } = delta;
    if (typeof content === 'string') this.#text.add(content);
    if (Array.isArray(content)) {
      for (const part of content.filter(isObject)) {
        if (part['thought'] !== true && part['type'] === 'text' && typeof part['text'] === 'string') this.#text.add(part['text']);
        else this.#thought = true;
      }
    }
    if (typeof refusal === 'string') this.#refusal = (this.#refusal + refusal).slice(0, 4096);
    if (Array.isArray(tools) && tools.length > 0) this.#tools ??= tools;
    this.#thought ||= [delta['reasoning'], delta['reasoning_content'], delta['reasoning_details']].some((field) => field !== undefined && field !== null && field !== '');
  }

  document(): unknown {
    if (this.#reason === undefined || this.#reason === null) return undefined;
    return {
      model: this.#model,
      choices: [{
        index: 0, finish_reason: this.#reason,
        message: { content: this.#text.toString(), refusal: this.#refusal === '' ? null : this.#refusal, tool_calls: this.#tools, reasoning: this.#thought ? 'thoughts' : undefined },
      }],
      usage: this.#usage,
    };
  }
}
