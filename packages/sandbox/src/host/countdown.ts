/** Time a program may take for its own work: stands still while the host works for it. */
export class Countdown {
  readonly #onEnd: () => void;
  #remainingMs: number;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Begins at once. @param onEnd called once when the time is used up */
  constructor(milliseconds: number, onEnd: () => void) {
    this.#remainingMs = milliseconds;
    this.#onEnd = onEnd;
    this.resume();
  }

  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#remainingMs = Math.max(0, this.#remainingMs - (performance.now() - this.#startedAt));
  }

  resume(): void {
    if (this.#timer !== undefined) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(this.#onEnd, this.#remainingMs);
  }
}
