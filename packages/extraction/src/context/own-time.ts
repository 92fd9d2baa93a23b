/** Time in which somebody works and waits for nothing. Waits may overlap. */
export class OwnTime {
  readonly #now: () => number;
  #waits = 0;
  #since: number;
  #milliseconds = 0;

  /** Begins at once. @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  /** Seconds so far. */
  get seconds(): number {
    return (this.#milliseconds + (this.#waits > 0 ? 0 : this.#now() - this.#since)) / 1000;
  }

  /** Does not count until the promise is settled. */
  wait(promise: Promise<unknown>): void {
    if (this.#waits === 0) this.#milliseconds += this.#now() - this.#since;
    this.#waits += 1;
    const over = (): void => {
      this.#waits -= 1;
      if (this.#waits === 0) this.#since = this.#now();
    };
    promise.then(over, over);
  }
}
