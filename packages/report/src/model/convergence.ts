import { quartiles } from '@evospice/bench';
import { errorSteps, type ErrorStep } from '@evospice/extraction';
import type { ExtractionRecord, TaskFact } from '@evospice/extraction-problem';
import { compared, subjectsOf } from './comparison.ts';
import type { ConvergenceModel, ConvergenceSeries } from './convergence-model.ts';

/** More steps than this are drawn at as many evenly spaced budgets: finer than a figure shows. */
const mostSteps = 240;

/** Convergence overall (a chart for each role of tasks) and for each task, champion against baselines. */
export function convergenceModels(input: {
  readonly records: readonly ExtractionRecord[];
  readonly tasks: readonly Pick<TaskFact, 'id' | 'title' | 'role'>[];
  readonly champion: string | null;
  readonly budget: number;
}): readonly ConvergenceModel[] {
  const records = compared(input.records, input.champion);
  const subjects = subjectsOf(records, input.champion);
  const build = (own: readonly ExtractionRecord[]): readonly ConvergenceSeries[] => subjects.flatMap((subject) => {
    const runs = own.filter((record) => record.subject === subject).map((record) => errorSteps(record.run));
    return runs.length === 0 ? [] : [convergenceSeries(subject, runs, { champion: subject === input.champion, budget: input.budget })];
  });
  const charts: ConvergenceModel[] = [];
  for (const role of ['train', 'validate'] as const) {
    const ids = new Set(input.tasks.filter((task) => task.role === role).map((task) => task.id));
    const series = build(records.filter((record) => ids.has(record.task)));
    const title = role === 'train' ? 'All training tasks' : 'All validation tasks, never seen in the evolution';
    if (series.length > 0 && ids.size > 1) charts.push({ title, scope: 'overall', role, budget: input.budget, series });
  }
  for (const task of input.tasks) {
    const series = build(records.filter((record) => record.task === task.id));
    if (series.length > 0) charts.push({ title: task.id, scope: 'task', role: task.role, budget: input.budget, series });
  }
  return charts;
}

/** Median and quartiles over runs at each budget where one of them drops. */
export function convergenceSeries(
  subject: string, runs: readonly (readonly ErrorStep[])[], options: { readonly champion: boolean; readonly budget: number },
): ConvergenceSeries {
  const exact = [...new Set([0, options.budget, ...runs.flatMap((steps) => steps.map((step) => step.spent))])].toSorted((a, b) => a - b);
  const spent = exact.length <= mostSteps ? exact : Array.from({ length: mostSteps + 1 }, (_, index) => (options.budget * index) / mostSteps);
  // Every ratio is a number, so every quartile is one.
  const spreads = spent.map((budget) => quartiles(runs.map((steps) => ratioAt(steps, budget))));
  return {
    subject, champion: options.champion, runs: runs.length, spent,
    median: spreads.map((spread) => spread.median as number),
    lower: spreads.map((spread) => spread.lower as number),
    upper: spreads.map((spread) => spread.upper as number),
  };
}

function ratioAt(steps: readonly ErrorStep[], budget: number): number {
  return steps.findLast((step) => step.spent <= budget)?.ratio ?? 1;
}
