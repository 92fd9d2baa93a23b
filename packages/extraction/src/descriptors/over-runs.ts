import type { OptimizerRun } from '@evospice/contracts';
import { mean } from '@evospice/toolbox';

/** Mean of a measure over the runs that evaluated something; 0 when none did. */
export function meanOverRuns(runs: readonly OptimizerRun[], measure: (run: OptimizerRun) => number): number {
  const lively = runs.filter((run) => run.trajectory.length > 0);
  return lively.length === 0 ? 0 : mean(lively.map(measure));
}

/** Positions in order; empty where none were kept. */
export function positionsOf(run: OptimizerRun): readonly (readonly number[])[] {
  return run.trajectory.flatMap((point) => (point.position === undefined ? [] : [point.position]));
}
