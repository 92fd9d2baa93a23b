import { EvospiceError } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { refuseDuplicates } from '../refuse-duplicates.ts';
import type { BenchCell } from './bench-cell.ts';

/** Everything that is compared with everything. */
export interface BenchPlan {
  readonly entries: readonly string[];
  /** Ids. */
  readonly tasks: readonly string[];
  readonly seeds: readonly number[];
  /** Budget units. */
  readonly budgets: readonly number[];
}

/**
 * The cells of a plan: task after task, so that a host stays with a task's session; within one, entries side by side, so
 * that what is stored of an unfinished benchmark is balanced.
 * @param only entries wanted; all when left out
 * @throws EvospiceError `BENCH_DUPLICATE` for a name or number given twice, `USAGE_ENTRY` when `only` names no entry of
 *   the plan, `BENCH_EMPTY` when nothing is left to run.
 */
export function cellsOf({ entries, tasks, seeds, budgets }: BenchPlan, only: readonly string[] = entries): readonly BenchCell[] {
  refuseDuplicates('entry', entries);
  refuseDuplicates('task', tasks);
  refuseDuplicates('seed', seeds.map(String));
  refuseDuplicates('budget', budgets.map(String));
  refuseUnknownEntries(only, entries);
  const cells = tasks.flatMap((task) => budgets.flatMap((budget) => seeds.flatMap((seed) =>
    entries.filter((entry) => only.includes(entry)).map((entry) => ({ entry, task, seed, budget })))));
  if (cells.length > 0) return cells;
  throw new EvospiceError('BENCH_EMPTY', 'there is nothing to run', {
    received: { entries: only.length, tasks: tasks.length, seeds: seeds.length, budgets: budgets.length }, expected: 'at least one entry, one task, one seed and one budget',
  });
}

/** @throws EvospiceError `USAGE_ENTRY` when `names` holds one that is not an entry. */
export function refuseUnknownEntries(names: readonly string[], entries: readonly string[]): void {
  const unknown = names.find((name) => !entries.includes(name));
  if (unknown === undefined) return;
  const guess = nearest(unknown, entries);
  throw new EvospiceError('USAGE_ENTRY', `the suite has no entry "${unknown}"`, {
    received: unknown, expected: `one of ${entries.join(', ')}`, remedy: guess === undefined ? 'name entries of the suite, separated by commas' : `did you mean "${guess}"?`,
  });
}
