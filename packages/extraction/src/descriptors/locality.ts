import type { Descriptor, OptimizerRun } from '@evospice/contracts';
import { median } from '@evospice/toolbox';
import { meanOverRuns } from './over-runs.ts';

/** Distances below this (finite-difference steps and repeats) count as it. */
const smallest = 1e-4;

/**
 * How near to what it knows a program tries: minus the decimal logarithm of the median distance from a candidate to the
 * best position before it, the unit cube's diagonal being 1. 0: across the whole cube; about 0.4: uniform sampling; 4:
 * steps of a finite difference.
 */
export const locality: Descriptor = {
  name: 'locality',
  summary: 'decades by which steps from the best position are shorter than the bounds',
  range: [0, 4],
  measure: ({ runs }) => meanOverRuns(runs, stepDecades),
};

function stepDecades(run: OptimizerRun): number {
  const distances: number[] = [];
  let best: readonly number[] | undefined;
  let bestError = Number.POSITIVE_INFINITY;
  for (const { position, error } of run.trajectory) {
    if (position === undefined) continue;
    // Until something succeeded the first candidate is all there is to compare with.
    if (best === undefined) best = position;
    else distances.push(distance(position, best));
    if (error !== null && error < bestError) {
      bestError = error;
      best = position;
    }
  }
  if (distances.length === 0) return 0;
  return Math.max(0, -Math.log10(Math.max(smallest, median(distances))));
}

function distance(a: readonly number[], b: readonly number[]): number {
  const squares = a.reduce((sum, value, axis) => sum + (value - (b[axis] ?? 0)) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, a.length));
}
