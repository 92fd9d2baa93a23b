import type { SplitSimulation } from '../extract/simulate-split.ts';

/** One card simulated on the curves that were fitted and on those held out; null where there are none. */
export interface DiagnosedSplits {
  readonly train: SplitSimulation;
  readonly validate: SplitSimulation | null;
}
