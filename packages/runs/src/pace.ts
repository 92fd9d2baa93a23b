/** Steps that decide over the pace: a run may become slower on its way. */
const window = 200;
/** A step this many times longer than the middle one is a pause, such as the time between an interruption and the next start. */
const pause = 50;

/** The pace of a run, by what it had done at the times of its events. */
export class Pace {
  readonly #steps: { readonly milliseconds: number; readonly done: number }[] = [];
  #last: { readonly at: number; readonly done: number } | undefined;

  /** @param at milliseconds since the Unix epoch  @param done units of work done until then */
  add(at: number, done: number): void {
    if (this.#last !== undefined && done > this.#last.done) {
      this.#steps.push({ milliseconds: Math.max(0, at - this.#last.at), done: done - this.#last.done });
      if (this.#steps.length > window) this.#steps.shift();
    }
    if (this.#last === undefined || done !== this.#last.done) this.#last = { at, done };
  }

  /** Milliseconds that so much work takes; null where nothing is known yet. */
  timeFor(work: number): number | null {
    const middle = this.#steps.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)[this.#steps.length >> 1] ?? 0;
    const steps = this.#steps.filter(({ milliseconds }) => milliseconds <= Math.max(60_000, pause * middle));
    const milliseconds = steps.reduce((sum, step) => sum + step.milliseconds, 0);
    const done = steps.reduce((sum, step) => sum + step.done, 0);
    return milliseconds === 0 || done === 0 ? null : (milliseconds / done) * work;
  }
}
