import type { Descriptor, OptimizerRun } from '@evospice/contracts';
import { meanOverRuns } from './over-runs.ts';

/**
 * How much a program works on parts: the share of its evaluations that simulated only some of the curves, as an engineer
 * does who extracts in stages. Failed evaluations do not say what they simulated and are left out.
 */
export const staging: Descriptor = {
  name: 'staging',
  summary: 'share of the evaluations that simulated only some of the curves',
  range: [0, 1],
  measure: ({ runs }) => meanOverRuns(runs, partialShare),
};

function partialShare(run: OptimizerRun): number {
  const succeeded = run.trajectory.filter((point) => point.failure === undefined);
  if (succeeded.length === 0) return 0;
  return succeeded.filter((point) => point.error === null).length / succeeded.length;
}
