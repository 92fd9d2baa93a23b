import { criticalDifference } from '../statistics/studentized-range.ts';
import { friedmanTest } from '../statistics/friedman.ts';
import type { FriedmanResult } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { medianError } from './entry-results.ts';

/** Entries and tasks between which no run is missing. */
export interface FullBlock {
  readonly entries: readonly string[];
  readonly tasks: readonly string[];
}

/** Friedman's test with Nemenyi's groups over a block; null where fewer than two entries or tasks are in it. */
export function friedmanOverTasks(grid: BenchGrid, { entries, tasks }: FullBlock): FriedmanResult | null {
  if (entries.length < 2 || tasks.length < 2) return null;
  const test = friedmanTest(tasks.map((task) => entries.map((entry) => medianError(grid, entry, task))));
  const meanRanks = entries.map((entry, index) => ({ entry, rank: test.meanRanks[index]! })).sort((a, b) => a.rank - b.rank);
  const difference = criticalDifference(entries.length, tasks.length);
  return {
    chiSquared: test.chiSquared,
    statistic: Number.isFinite(test.statistic) ? test.statistic : null,
    degrees: test.degrees, pValue: test.pValue, tasks: tasks.length, meanRanks,
    criticalDifference: difference,
    groups: closeGroups(meanRanks, difference),
  };
}

/**
 * The test wants a full table. While something is missing, the entry or task of which the greatest share is missing goes,
 * the task where both miss as much: an entry that runs on few tasks does not cost the others theirs. Tasks that went for
 * the sake of an entry that went later come back.
 */
export function fullBlock(grid: BenchGrid): FullBlock {
  let { entries, tasks }: FullBlock = grid;
  for (;;) {
    const missing = (entry: string, task: string): number => (grid.complete(entry, task) ? 0 : 1);
    const ofTasks = tasks.map((task) => entries.reduce((sum, entry) => sum + missing(entry, task), 0) / entries.length);
    const ofEntries = entries.map((entry) => tasks.reduce((sum, task) => sum + missing(entry, task), 0) / tasks.length);
    const [worstTask, worstEntry] = [Math.max(0, ...ofTasks), Math.max(0, ...ofEntries)];
    if (worstTask === 0 && worstEntry === 0) return { entries, tasks: grid.tasks.filter((task) => entries.every((entry) => grid.complete(entry, task))) };
    if (worstTask >= worstEntry) tasks = tasks.toSpliced(ofTasks.lastIndexOf(worstTask), 1);
    else entries = entries.toSpliced(ofEntries.lastIndexOf(worstEntry), 1);
  }
}

/** Longest stretches of the ranking, best first, whose ends differ by less than the critical difference. */
export function closeGroups(ranking: readonly { readonly entry: string; readonly rank: number }[], difference: number): readonly (readonly string[])[] {
  const groups: string[][] = [];
  let reached = 0;
  for (const [from, { rank }] of ranking.entries()) {
    const end = ranking.findLastIndex((other) => other.rank - rank < difference) + 1;
    if (end - from < 2 || end <= reached) continue;
    groups.push(ranking.slice(from, end).map(({ entry }) => entry));
    reached = end;
  }
  return groups;
}
