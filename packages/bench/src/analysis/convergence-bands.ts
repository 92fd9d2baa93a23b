import { quartiles } from '../summarize.ts';
import type { ConvergenceBand, FixedBudgetResult } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { convergenceBudgets, fixedBudgets } from './budget-axis.ts';
import { errorAt, type RunTrack } from './run-track.ts';

/** Task after task, entry after entry. */
export function convergenceBands(grid: BenchGrid): readonly ConvergenceBand[] {
  const budgets = convergenceBudgets(grid.budget);
  return perCell(grid, (entry, task, tracks) => [{
    entry, task, points: budgets.map((budget) => ({ budget, ...quartiles(tracks.map((track) => errorAt(track, budget))) })),
  }]);
}

/** Task after task, entry after entry, budget after budget. */
export function fixedBudgetResults(grid: BenchGrid): readonly FixedBudgetResult[] {
  const budgets = fixedBudgets(grid.budget);
  return perCell(grid, (entry, task, tracks) => budgets.map((budget) => ({
    entry, task, budget, error: quartiles(tracks.map((track) => errorAt(track, budget))),
  })));
}

function perCell<T>(grid: BenchGrid, make: (entry: string, task: string, tracks: readonly RunTrack[]) => readonly T[]): readonly T[] {
  return grid.tasks.flatMap((task) => grid.entries.flatMap((entry) => {
    const tracks = grid.of(entry, task);
    return tracks.length === 0 ? [] : make(entry, task, tracks);
  }));
}
