import type { BenchRun } from '../bench-run.ts';
import { Bootstrap } from '../statistics/bootstrap.ts';
import type { BenchAnalysis } from './bench-analysis.ts';
import { BenchGrid } from './bench-grid.ts';
import { benchStatistics } from './bench-statistics.ts';
import { controlTimes } from './control-times.ts';
import { convergenceBands, fixedBudgetResults } from './convergence-bands.ts';
import { ecdfCurves } from './ecdf-curves.ts';
import { entryFindings } from './entry-findings.ts';
import { entryResults, entrySummaries, entryTimes } from './entry-results.ts';
import { expectedRunningTimes } from './expected-running-times.ts';
import { groupBy } from './group-by.ts';
import { profileCurves } from './profile-curves.ts';
import { defaultBenchTargets, ERROR_FLOOR, targetRule, taskFacts, type BenchTargets } from './targets.ts';

export interface AnalyseBenchOptions {
  /** 51 per task from the start error to the best of all runs by default. */
  readonly targets?: BenchTargets;
  /** Entry that the others are tested against; the one of the lowest mean rank by default. */
  readonly control?: string;
  /** 2000 resamples with seed 1 by default. */
  readonly bootstrap?: { readonly samples?: number; readonly seed?: number };
  /** Order of the entries and tasks; that of first appearance by default. */
  readonly entries?: readonly string[];
  readonly tasks?: readonly string[];
  /** Why an entry has no run on a task, where it said so: stated beside the gap. */
  readonly notApplicable?: readonly { readonly entry: string; readonly task: string; readonly reason: string }[];
  /** Metric that was minimised; `relative` by default. Runs carry their errors, not its name. */
  readonly metric?: 'relative' | 'log';
}

/**
 * Everything a report states about runs of one budget. Equal runs and options give an equal document, in whatever order
 * the runs come (given the order of entries and tasks).
 * @throws EvospiceError `BENCH_EMPTY`, `BENCH_MIXED`, `BENCH_DUPLICATE`, `BENCH_RUN` as `BenchGrid`; `BENCH_TARGET`,
 *   `BENCH_CONTROL`.
 */
export function analyseBench(runs: readonly BenchRun[], options: AnalyseBenchOptions = {}): BenchAnalysis {
  const choice = options.targets ?? defaultBenchTargets;
  const targets = targetRule(choice);
  const bootstrap = new Bootstrap(options.bootstrap?.samples ?? 2000, options.bootstrap?.seed ?? 1);
  const grid = new BenchGrid(runs, options);
  const tasks = taskFacts(grid, choice, options.metric ?? 'relative');
  const ecdf = ecdfCurves(grid, tasks);
  const overall = entrySummaries(grid, ecdf, bootstrap);
  const statistics = benchStatistics(grid, overall, bootstrap, options.control);
  return {
    budget: grid.budget,
    entries: grid.entries,
    tasks,
    seeds: grid.seeds,
    runs: grid.runs.length,
    gaps: grid.gaps,
    failures: failuresOf(grid),
    targets,
    errorFloor: ERROR_FLOOR,
    bootstrap: { samples: bootstrap.samples, seed: bootstrap.seed },
    results: entryResults(grid),
    overall,
    expectedRunningTimes: expectedRunningTimes(grid, tasks, bootstrap),
    ecdf,
    ...profileCurves(grid, tasks),
    convergence: convergenceBands(grid),
    fixedBudgets: fixedBudgetResults(grid),
    statistics,
    controlTimes: controlTimes(grid, statistics.control, grid.budget),
    findings: entryFindings(grid),
    times: entryTimes(grid),
  };
}

/** One analysis a budget, smallest budget first. */
export function analysesOf(runs: readonly BenchRun[], options: AnalyseBenchOptions = {}): readonly BenchAnalysis[] {
  return [...groupBy(runs, (run) => run.run.allowed)].sort(([a], [b]) => a - b).map(([, group]) => analyseBench(group, options));
}

function failuresOf(grid: BenchGrid): BenchAnalysis['failures'] {
  return grid.runs.filter((run) => run.end === 'failed').map(({ entry, task, seed, failure }) => ({
    entry, task, seed, code: failure?.code ?? 'OPTIMIZER_ERROR', message: failure?.message ?? 'the optimizer failed',
  }));
}
