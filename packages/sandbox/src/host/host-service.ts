/** What the host does for one program: how it starts it, and how it answers its calls. */
export interface HostService {
  /** What the guest is started with. */
  readonly start: object;
  /**
   * Takes a call.
   * @returns what answers it, or undefined for a call that the guest's runtime would never make
   */
  accept(name: string, payload: unknown): (() => Promise<Answer>) | undefined;
  /** Hears each line that the program logs. */
  log(line: string): void;
  /** True once the budget is gone: however the program ends then, that is what ended it. */
  readonly exhausted: boolean;
}

/** An answer on its way to the guest. */
export interface Answer {
  /** Its `value` or its `error`, and what else the guest's runtime is told with it. */
  readonly reply: { readonly value?: unknown; readonly error?: { readonly code: string; readonly message: string }; readonly budget?: object };
  /** True when it cost nothing: too many of these are a flood. */
  readonly free: boolean;
}
