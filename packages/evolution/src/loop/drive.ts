export interface DriveOptions {
  /** Pieces of work in flight at most. */
  readonly workers: number;
  /** The next piece of work, or undefined when there is none at the moment; asked again whenever a piece ends. */
  readonly next: (inFlight: number) => (() => Promise<void>) | undefined;
  /**
   * Resolves when `next` is to be asked again though nothing has ended. While there is nothing in flight and `waiting` says so, it is waited for.
   */
  readonly wake?: () => Promise<void>;
  readonly waiting?: () => boolean;
  /** Fired on the first failure, so that the rest ends soon. */
  readonly stop: AbortController;
}

/** Keeps work in flight until there is none left. After a failure no new work starts; running work is awaited, and the first failure is thrown. */
export async function drive({ workers, next, stop, wake, waiting = () => false }: DriveOptions): Promise<void> {
  let inFlight = 0;
  let ended = Promise.withResolvers<void>();
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    stop.abort(error);
  };
  const ask = (): (() => Promise<void>) | undefined => {
    try {
      return failures.length > 0 ? undefined : next(inFlight);
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  for (;;) {
    while (inFlight < workers) {
      const work = ask();
      if (work === undefined) break;
      inFlight += 1;
      void work().catch(fail).finally(() => {
        inFlight -= 1;
        ended.resolve();
      });
    }
    if (inFlight === 0 && (failures.length > 0 || !waiting())) break;
    await Promise.race([ended.promise, ...(wake === undefined ? [] : [wake()])]);
    ended = Promise.withResolvers<void>();
  }
  if (failures.length > 0) throw failures[0];
}
