import type { EcdfCurve, TaskFacts } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { reachTimes } from './run-track.ts';
import { cumulativeShare } from './step-curve.ts';

/** For each entry its curve over all tasks, then one for each task it has runs on. */
export function ecdfCurves(grid: BenchGrid, facts: readonly TaskFacts[]): readonly EcdfCurve[] {
  return [
    ...grid.entries.map((entry) => ecdfCurve(grid, facts, entry, null)),
    ...facts.flatMap((fact) => grid.entries.filter((entry) => grid.of(entry, fact.task).length > 0).map((entry) => ecdfCurve(grid, [fact], entry, fact.task))),
  ];
}

function ecdfCurve(grid: BenchGrid, facts: readonly TaskFacts[], entry: string, task: string | null): EcdfCurve {
  const times = facts.flatMap((fact) => grid.of(entry, fact.task).flatMap((track) => reachTimes(track, fact.targets)));
  return { entry, task, points: cumulativeShare(times, times.length, 0, grid.budget) };
}
