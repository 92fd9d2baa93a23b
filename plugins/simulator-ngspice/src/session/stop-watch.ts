/**
 * Stops one piece of work: with reason `deadline` after a time, with reason `cancelled` some time after the caller's
 * signal fired, so that a simulation that is nearly done need not cost a restart.
 */
export class StopWatch {
  readonly #controller = new AbortController();
  readonly #deadline: NodeJS.Timeout;
  readonly #caller: AbortSignal | undefined;
  readonly #graceMs: number;
  #grace: NodeJS.Timeout | undefined;

  constructor(deadlineMs: number, graceMs: number, caller?: AbortSignal) {
    this.#graceMs = graceMs;
    this.#caller = caller;
    this.#deadline = setTimeout(() => { this.#controller.abort('deadline'); }, deadlineMs);
    if (caller?.aborted === true) this.#onAbort();
    else caller?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Call when the work is over. */
  end(): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#grace);
    this.#caller?.removeEventListener('abort', this.#onAbort);
  }

  readonly #onAbort = (): void => {
    this.#grace = setTimeout(() => { this.#controller.abort('cancelled'); }, this.#graceMs);
  };
}
