import { malformedAnswer } from '../failures/sorting.ts';
import type { WireLimit } from './bounded-fetch.ts';

/** A text that grows piece by piece up to a limit. */
export class BoundedText {
  readonly #limit: WireLimit;
  readonly #pieces: string[] = [];
  #length = 0;

  constructor(limit: WireLimit) {
    this.#limit = limit;
  }

  /** @throws EvospiceError `LLM_ANSWER` when it gets too long */
  add(piece: string): void {
    this.#length += piece.length;
    const { model, baseUrl, maxAnswerBytes } = this.#limit;
    if (this.#length > maxAnswerBytes) {
      throw malformedAnswer(`the answer of ${model} at ${baseUrl} is longer than ${maxAnswerBytes} bytes, the most that is read`, `more than ${maxAnswerBytes} characters`,
        `an answer of at most ${maxAnswerBytes} bytes (maxAnswerBytes)`, 'lower maxTokens, or raise maxAnswerBytes where answers may be that long');
    }
    this.#pieces.push(piece);
  }

  toString(): string {
    return this.#pieces.join('');
  }
}
