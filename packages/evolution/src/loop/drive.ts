export interface DriveOptions {
  /** Pieces of work in flight at most. */
  readonly workers: number;
  /** The next piece of work, or undefined when there is none at the moment; asked again whenever a piece ends. */
  readonly next: (inFlight: number) => (() => Promise<void>) | undefined;
  /** Fired on the first failure, so that the rest ends soon. */
  readonly stop: AbortController;
}

/**
 * Keeps work in flight until there is none left. After a failure nothing more is begun, what runs is waited for, and the first
 * failure is thrown.
 */
export async function drive({ workers, next, stop }: DriveOptions): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    stop.abort(error);
  };
  const ask = (): (() => Promise<void>) | undefined => {
    try {
      return failures.length > 0 ? undefined : next(inFlight.size);
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  for (;;) {
    while (inFlight.size < workers) {
      const work = ask();
      if (work === undefined) break;
      const piece: Promise<void> = work().catch(fail).finally(() => inFlight.delete(piece));
      inFlight.add(piece);
    }
    if (inFlight.size === 0) break;
    await Promise.race(inFlight);
  }
  if (failures.length > 0) throw failures[0];
}
