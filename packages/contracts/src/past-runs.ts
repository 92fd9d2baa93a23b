import type { Memory } from './proposer.ts';

/** What other runs have stored, for plugins that learn from them. */
export interface PastRuns {
  /**
   * Everything that the proposers of a run kept, in order.
   * @param folder of the run, absolute
   * @throws EvospiceError what opening a stored run throws; `RUN_MISSING` where no runs can be read
   */
  memories: (folder: string) => Promise<readonly Memory[]>;
}
export const PastRuns = Symbol.for('evospice.PastRuns');
