import process from 'node:process';

/** CPU milliseconds of this process, all its threads: collecting garbage and compiling are work too. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * CPU time of somebody who works here, or elsewhere and says so, and waits now and then. Waits may overlap; what this process does meanwhile is not
 * theirs. Others may not work in this process at the same time.
 */
export class OwnTime {
  readonly #now: () => number;
  #waits = 0;
  #since: number;
  #milliseconds = 0;

  /** Begins at once. @param now milliseconds of CPU time */
  constructor(now: () => number = cpuMilliseconds) {
    this.#now = now;
    this.#since = now();
  }

  /** Seconds so far. */
  get seconds(): number {
    return (this.#milliseconds + (this.#waits > 0 ? 0 : this.#now() - this.#since)) / 1000;
  }

  /** Does not count from before the question until the answer is there. `ask` must not throw. */
  wait<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#waits === 0) this.#milliseconds += this.#now() - this.#since;
    this.#waits += 1;
    const answer = ask();
    const over = (): void => {
      this.#waits -= 1;
      if (this.#waits === 0) this.#since = this.#now();
    };
    answer.then(over, over);
    return answer;
  }

  /** Counts what was done elsewhere. */
  add(seconds: number): void {
    this.#milliseconds += 1000 * seconds;
  }
}
