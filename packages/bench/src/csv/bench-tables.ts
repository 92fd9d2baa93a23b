import type { BenchAnalysis, PairedComparison } from '../analysis/bench-analysis.ts';
import type { Quartiles } from '../summarize.ts';

/** One line of a table; numbers keep all their digits, null becomes an empty field. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** What analyses state, as plain tables by file name, each line with the budget it belongs to. */
export function analysisTables(analyses: readonly BenchAnalysis[]): Readonly<Record<string, readonly TableRow[]>> {
  const of = (rows: (analysis: BenchAnalysis) => readonly TableRow[]): readonly TableRow[] =>
    analyses.flatMap((analysis) => rows(analysis).map((row) => ({ budget: analysis.budget, ...row })));
  return {
    'tasks.csv': of(({ tasks }) => tasks.map(({ task, parameters, metric, startError, best }) => ({ task, parameters, metric, startError, best }))),
    'results.csv': of(resultRows),
    'overall.csv': of(({ overall }) => overall.map(({ interval: [low, high], ...row }) => ({ ...row, ratioLow: low, ratioHigh: high }))),
    'expected-running-time.csv': of(({ expectedRunningTimes }) => expectedRunningTimes.map(({ interval: [low, high], ...row }) => ({ ...row, low, high }))),
    'control-times.csv': of(({ controlTimes: { control, times } }) => times.map((row) => ({ control, ...row }))),
    'ecdf.csv': of(({ ecdf }) => ecdf.flatMap(({ entry, task, points }) => points.map(([spent, share]) => ({ entry, task, spent, share })))),
    'profiles.csv': of(profileRows),
    'convergence.csv': of(({ convergence }) => convergence.flatMap(({ entry, task, points }) => points.map(({ budget: spent, lower, median, upper }) => ({ entry, task, spent, lower, median, upper })))),
    'fixed-budget.csv': of(({ fixedBudgets }) => fixedBudgets.map(({ entry, task, budget: spent, error }) => ({ entry, task, spent, ...spread('error', error) }))),
    'statistics.csv': of(statisticRows),
  };
}

function resultRows({ results }: BenchAnalysis): readonly TableRow[] {
  return results.map(({ entry, task, seeds, error, train, validate, best, anytimeArea }) => ({
    entry, task, seeds, best, ...spread('error', error), ...spread('train', train),
    ...spread('validate', validate ?? { lower: null, median: null, upper: null }), ...spread('anytimeArea', anytimeArea),
  }));
}

function profileRows({ dataProfiles, performanceProfiles }: BenchAnalysis): readonly TableRow[] {
  return ([['data', dataProfiles], ['performance', performanceProfiles]] as const).flatMap(([profile, curves]) =>
    curves.flatMap(({ entry, tau, points }) => points.map(([x, share]) => ({ profile, tau, entry, x, share }))));
}

/** Every line says which test it belongs to; `control` is the entry that others are compared with. */
function statisticRows({ statistics }: BenchAnalysis): readonly TableRow[] {
  const { friedman, control, againstControl, withinTasks } = statistics;
  const empty: TableRow = { test: '', task: null, control: null, entry: null, pairs: null, statistic: null, pValue: null, adjustedPValue: null, a12: null, ratio: null, ratioLow: null, ratioHigh: null };
  const pair = ({ interval, ...row }: PairedComparison): TableRow => ({ ...row, control, ratioLow: interval?.[0] ?? null, ratioHigh: interval?.[1] ?? null });
  const ranks: readonly TableRow[] = friedman === null ? [] : [
    { test: 'friedman chi-squared', pairs: friedman.tasks, statistic: friedman.chiSquared },
    { test: 'friedman F', pairs: friedman.tasks, statistic: friedman.statistic, pValue: friedman.pValue },
    { test: 'nemenyi critical difference', pairs: friedman.tasks, statistic: friedman.criticalDifference },
    ...friedman.meanRanks.map(({ entry, rank }) => ({ test: 'friedman mean rank', pairs: friedman.tasks, entry, statistic: rank })),
  ];
  return [
    ...ranks,
    ...againstControl.map((comparison) => ({ test: 'wilcoxon over tasks', ...pair(comparison) })),
    ...withinTasks.map((comparison) => ({ test: 'wilcoxon over seeds', task: comparison.task, ...pair(comparison) })),
  ].map((row) => ({ ...empty, ...row }));
}

function spread(name: string, { lower, median, upper }: Quartiles): TableRow {
  return { [`${name}Lower`]: lower, [`${name}Median`]: median, [`${name}Upper`]: upper };
}
