import { EvospiceError } from '@evospice/contracts';
import { geometricMean } from '@evospice/toolbox';
import { quantile } from 'simple-statistics';
import type { BenchRun } from './bench-run.ts';
import { defaultTarget, describeTarget, targetError, type TargetChoice } from './target.ts';

/** Lower quartile, median and upper quartile. Null where it falls on a run that has no number, which counts as worst. */
export interface Quartiles {
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
}

/** One entry on one task, over its seeds. */
export interface EntryOnTask {
  readonly entry: string;
  readonly task: string;
  readonly seeds: number;
  /** Relative RMS (a fraction) of the result on the training curves. */
  readonly train: Quartiles;
  /** The same on the validation curves; null where the task has none. */
  readonly validate: Quartiles | null;
  /** Final best training error over the start's, in the metric that was optimized, clipped to [0, 1]. */
  readonly ratioToStart: Quartiles;
  /** Training error to reach, in the metric that was optimized. */
  readonly target: number;
  /** Budget units until the target was reached; a run that never did counts as worst. */
  readonly budgetToTarget: Quartiles;
  /** How many seeds reached it. */
  readonly reached: number;
  /** `reached` of `seeds`, such as `3/5`. */
  readonly success: string;
  /** Runs that ended as `failed`. */
  readonly failed: number;
}

/** One entry over all tasks and seeds. */
export interface EntryOverall {
  readonly entry: string;
  readonly runs: number;
  /** Geometric mean of the final best error over the start's: smaller is better, 1 is no gain at all. */
  readonly ratioToStart: number;
  readonly reached: number;
  readonly success: string;
  readonly failed: number;
}

export interface ComparisonSummary {
  /** What `target` means, in words. */
  readonly target: string;
  /** In order of first appearance. */
  readonly entries: readonly EntryOverall[];
  /** Task after task, entries in order. */
  readonly table: readonly EntryOnTask[];
}

/**
 * Summarizes runs, from a comparison just made or from stored ones: nothing but the runs and the target goes in.
 * Quartiles interpolate linearly between order statistics (type 7 of Hyndman and Fan 1996).
 * @throws EvospiceError `BENCH_EMPTY` for no runs, `BENCH_TARGET`.
 */
export function summarize(runs: readonly BenchRun[], options: { readonly target?: TargetChoice } = {}): ComparisonSummary {
  if (runs.length === 0) throw new EvospiceError('BENCH_EMPTY', 'there is no run to summarize', { expected: 'at least one run' });
  const target = options.target ?? defaultTarget;
  const entries = [...new Set(runs.map((run) => run.entry))];
  const tasks = [...new Set(runs.map((run) => run.task))];
  const table = tasks.flatMap((task) => summarizeTask(runs.filter((run) => run.task === task), entries, target));
  return { target: describeTarget(target), entries: entries.map((entry) => summarizeEntry(entry, runs, table)), table };
}

function summarizeTask(runs: readonly BenchRun[], entries: readonly string[], target: TargetChoice): readonly EntryOnTask[] {
  const present = entries.map((entry) => runs.filter((run) => run.entry === entry)).filter((group) => group.length > 0);
  const bestMedian = Math.min(...present.map((group) => quantile(group.map(finalError), 0.5)));
  const goal = targetError(target, (runs[0] as BenchRun).run.startError, bestMedian);
  return present.map((group) => summarizeGroup(group, goal));
}

function summarizeGroup(runs: readonly BenchRun[], target: number): EntryOnTask {
  const { entry, task } = runs[0] as BenchRun;
  const budgets = runs.map((run) => budgetToReach(run, target));
  const reached = budgets.filter((budget) => budget !== null).length;
  const validated = runs.filter((run) => run.final.validate !== null);
  return {
    entry,
    task,
    seeds: runs.length,
    train: quartiles(runs.map((run) => run.final.train.relativeRms)),
    validate: validated.length === 0 ? null : quartiles(validated.map((run) => run.final.validate?.relativeRms ?? null)),
    ratioToStart: quartiles(runs.map(ratioToStart)),
    target,
    budgetToTarget: quartiles(budgets),
    reached,
    success: `${reached}/${runs.length}`,
    failed: runs.filter((run) => run.end === 'failed').length,
  };
}

function summarizeEntry(entry: string, all: readonly BenchRun[], table: readonly EntryOnTask[]): EntryOverall {
  const runs = all.filter((run) => run.entry === entry);
  const reached = table.filter((row) => row.entry === entry).reduce((sum, row) => sum + row.reached, 0);
  return {
    entry,
    runs: runs.length,
    ratioToStart: geometricMean(runs.map(ratioToStart)),
    reached,
    success: `${reached}/${runs.length}`,
    failed: runs.filter((run) => run.end === 'failed').length,
  };
}

/** Best training error of a run, in the metric that was optimized; the start's when it found nothing better. */
export function finalError({ run }: Pick<BenchRun, 'run'>): number {
  return Math.min(run.startError, run.trajectory.at(-1)?.best ?? run.startError);
}

function ratioToStart(run: BenchRun): number {
  return finalError(run) / run.run.startError;
}

/** Budget units after which the best error was at or below the target: 0 when the start was; null when it never was. */
export function budgetToReach({ run }: Pick<BenchRun, 'run'>, target: number): number | null {
  if (run.startError <= target) return 0;
  return run.trajectory.find((point) => point.best !== null && point.best <= target)?.spent ?? null;
}

/** Quartiles with null as worse than any number. */
export function quartiles(values: readonly (number | null)[]): Quartiles {
  const numbers = values.map((value) => value ?? Number.POSITIVE_INFINITY);
  const at = (fraction: number): number | null => {
    const value = quantile(numbers, fraction);
    return Number.isFinite(value) ? value : null;
  };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
}
