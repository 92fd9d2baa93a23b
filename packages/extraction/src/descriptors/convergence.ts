import type { Descriptor, OptimizerRun } from '@evospice/contracts';
import { areaUnder, errorSteps, finalRatio } from '../score/error-curve.ts';
import { meanOverRuns } from './over-runs.ts';

/** Ratios below this count as it: a ten-thousandth of the start's error is as good as solved, and logarithms need an end. */
const smallest = 1e-4;

/**
 * Where in the budget the error drops: the mean time of the fall of log e_k, as a part of the budget. 0: at once; 0.5:
 * evenly, or halfway; 1: never, or at the very end. It says when a program makes its progress, not how much.
 */
export const convergence: Descriptor = {
  name: 'convergence',
  summary: 'part of the budget at which the error drops',
  range: [0, 1],
  measure: ({ runs }) => meanOverRuns(runs, timeOfDrop),
};

function timeOfDrop(run: OptimizerRun): number {
  const steps = errorSteps(run);
  const depth = Math.log(Math.max(smallest, finalRatio(steps)));
  if (depth === 0) return 1;
  // Integrating the fall still to come over the budget gives the mean time of the fall.
  const toCome = (ratio: number): number => 1 - Math.log(Math.max(smallest, ratio)) / depth;
  return areaUnder(steps, run.allowed, toCome) / run.allowed;
}
