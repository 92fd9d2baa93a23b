/** Calls back later. Injected, so that tests run on time of their own. */
export interface Timers {
  /**
   * @param keepAlive whether the process stays up for it: someone is waiting
   * @returns a function that calls it off; safe to call at any time
   */
  after(milliseconds: number, callback: () => void, keepAlive: boolean): () => void;
}

/** Longest delay that Node takes, ms; a longer one is reached in several turns by whoever sets it. */
const LONGEST = 2 ** 31 - 1;

export const nodeTimers: Timers = {
  after(milliseconds, callback, keepAlive) {
    const timer = setTimeout(callback, Math.min(LONGEST, Math.max(0, Math.ceil(milliseconds))));
    if (!keepAlive) timer.unref();
    return () => clearTimeout(timer);
  },
};
