import { EvospiceError } from '@evospice/contracts';
import type { Bootstrap } from '../statistics/bootstrap.ts';
import type { BenchStatistics, EntrySummary, FriedmanResult } from './bench-analysis.ts';
import type { BenchGrid, GridGap } from './bench-grid.ts';
import { friedmanOverTasks, fullBlock, type FullBlock } from './friedman-over-tasks.ts';
import { againstControl, sharedTasks, withinTask } from './paired-comparisons.ts';

/** @throws EvospiceError `BENCH_CONTROL` for a control that is not an entry. */
export function benchStatistics(grid: BenchGrid, overall: readonly EntrySummary[], bootstrap: Bootstrap, wanted?: string): BenchStatistics {
  const block = fullBlock(grid);
  const friedman = friedmanOverTasks(grid, block);
  const control = controlOf(grid, friedman, overall, wanted);
  return {
    friedman, control,
    againstControl: againstControl(grid, control, bootstrap),
    withinTasks: grid.tasks.flatMap((task) => withinTask(grid, control, task, bootstrap)),
    notes: [...grid.gaps.map(gapNote), ...blockNotes(grid, block), ...controlNotes(grid, control)],
  };
}

function controlOf(grid: BenchGrid, friedman: FriedmanResult | null, overall: readonly EntrySummary[], wanted: string | undefined): string {
  if (wanted === undefined) return friedman?.meanRanks[0]?.entry ?? overall.reduce((best, next) => (next.meanRank < best.meanRank ? next : best)).entry;
  if (grid.entries.includes(wanted)) return wanted;
  throw new EvospiceError('BENCH_CONTROL', `the control "${wanted}" has no run`, { received: wanted, expected: `one of ${grid.entries.join(', ')}` });
}

function gapNote({ entry, task, seeds, reason }: GridGap): string {
  const why = reason === null ? '' : ` (${reason})`;
  return `${entry} has no run on ${task} with seed ${seeds.join(', ')}${why}: it takes no part in tests on this task.`;
}

function blockNotes(grid: BenchGrid, { entries, tasks }: FullBlock): readonly string[] {
  const gone = [...grid.entries.filter((entry) => !entries.includes(entry)), ...grid.tasks.filter((task) => !tasks.includes(task))];
  return gone.length === 0 ? [] : [`Friedman's test needs every entry on every task and was made without ${gone.join(', ')}.`];
}

function controlNotes(grid: BenchGrid, control: string): readonly string[] {
  return grid.entries.filter((entry) => entry !== control && sharedTasks(grid, control, entry).length === 0)
    .map((entry) => `${entry} has no task in common with ${control} and is not compared with it.`);
}
