import type { Descriptor, OptimizerRun } from '@evospice/contracts';
import { meanOverRuns } from './over-runs.ts';

/** The share of a program's evaluations that it asked for together with others: 0 for one at a time, 1 for batches only. Failed ones count. */
export const batchUse: Descriptor = {
  name: 'batch-use',
  summary: 'share of the evaluations that were asked for in batches',
  range: [0, 1],
  measure: ({ runs }) => meanOverRuns(runs, batchedShare),
};

function batchedShare({ trajectory }: OptimizerRun): number {
  return trajectory.filter(({ batch = 1 }) => batch > 1).length / trajectory.length;
}
