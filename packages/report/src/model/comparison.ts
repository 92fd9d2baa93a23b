import { errorSteps } from '@evospice/extraction';
import type { ExtractionRecord, TaskFact } from '@evospice/evolution';
import { decades, percent } from '../format/quantities.ts';
import type { ComparisonModel, ComparisonRow, ComparisonTask, OverallRow } from './comparison-model.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** The error that a run is to reach: absolute in the run's metric, or as a part of the start's. */
export type ComparisonTarget = { readonly error: number } | { readonly ratio: number };

export interface ComparisonInput {
  readonly records: readonly ExtractionRecord[];
  readonly tasks: readonly Pick<TaskFact, 'id' | 'title' | 'role'>[];
  /** Program id of the champion. */
  readonly champion: string | null;
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  readonly target: ComparisonTarget;
}

/** Compares the champion with the baselines. Null when no record belongs to either. */
export function compareSubjects(input: ComparisonInput): ComparisonModel | null {
  const records = compared(input.records, input.champion);
  if (records.length === 0) return null;
  const subjects = subjectsOf(records, input.champion);
  const tasks = input.tasks.flatMap((task): ComparisonTask[] => {
    const own = records.filter((record) => record.task === task.id);
    const [first] = own;
    if (first === undefined) return [];
    return [{
      task: task.id,
      title: task.title,
      role: task.role,
      startTrain: errorOf(first.start.train, input.metric),
      startValidate: first.start.validate === null ? null : errorOf(first.start.validate, input.metric),
      target: targetError(first, input.target),
      rows: subjects.flatMap((subject) => {
        const runs = own.filter((record) => record.subject === subject);
        return runs.length === 0 ? [] : [taskRow(subject, runs, input)];
      }),
    }];
  });
  const overall = (['train', 'validate'] as const).flatMap((role) => {
    const ids = new Set(input.tasks.filter((task) => task.role === role).map((task) => task.id));
    const own = records.filter((record) => ids.has(record.task));
    const rows = subjects.flatMap((subject): OverallRow[] => {
      const runs = own.filter((record) => record.subject === subject);
      return runs.length === 0 ? [] : [overallRow(subject, runs, input)];
    });
    return rows.length === 0 ? [] : [{ role, rows }];
  });
  return { budget: input.budget, metric: input.metric, target: targetText(input), tasks, overall };
}

/** Records of the champion and the baselines, one a subject, task and seed: the last one stored counts. */
export function compared(records: readonly ExtractionRecord[], champion: string | null): readonly ExtractionRecord[] {
  const unique = new Map<string, ExtractionRecord>();
  for (const record of records) {
    if (record.role !== 'baseline' && record.subject !== champion) continue;
    unique.set(JSON.stringify([record.subject, record.task, record.seed]), record);
  }
  return [...unique.values()];
}

/** The champion first, then baselines in order of appearance. */
export function subjectsOf(records: readonly ExtractionRecord[], champion: string | null): readonly string[] {
  const names = [...new Set(records.map((record) => record.subject))];
  return champion !== null && names.includes(champion) ? [champion, ...names.filter((name) => name !== champion)] : names;
}

/** Error in words: per cent, or decades. */
export function errorText(value: number, metric: 'relative' | 'log'): string {
  return metric === 'relative' ? percent(value) : decades(value);
}

function taskRow(subject: string, runs: readonly ExtractionRecord[], input: ComparisonInput): ComparisonRow {
  const errors = (split: 'train' | 'validate'): Spread | null => spreadOf(runs.flatMap((run) => {
    const errorsOfSplit = run.final[split];
    const value = errorsOfSplit === null ? null : errorOf(errorsOfSplit, input.metric);
    return value === null ? [] : [value];
  }));
  return { ...overallRow(subject, runs, input), train: errors('train'), validate: errors('validate') };
}

function overallRow(subject: string, runs: readonly ExtractionRecord[], input: ComparisonInput): OverallRow {
  const spent = runs.map((run) => budgetTo(run, input.target));
  return {
    subject,
    champion: subject === input.champion,
    runs: runs.length,
    failed: runs.filter((run) => run.end === 'failed').length,
    ratio: spreadOf(runs.map((run) => errorSteps(run.run).at(-1)?.ratio ?? 1)),
    toTarget: spreadOf(spent),
    reached: spent.filter(Number.isFinite).length,
  };
}

/** Budget units until the error was at most the target; infinite when it never was. */
function budgetTo(record: ExtractionRecord, target: ComparisonTarget): number {
  const ratio = 'ratio' in target ? target.ratio : target.error / record.run.startError;
  return errorSteps(record.run).find((step) => step.ratio <= ratio)?.spent ?? Number.POSITIVE_INFINITY;
}

function targetError(record: ExtractionRecord, target: ComparisonTarget): number {
  return 'ratio' in target ? target.ratio * record.run.startError : target.error;
}

function targetText({ target, metric }: ComparisonInput): string {
  if ('error' in target) return `an error of ${errorText(target.error, metric)} on the training curves`;
  return `${percent(target.ratio)} of the starting card’s error on the training curves`;
}

function errorOf(errors: ExtractionRecord['final']['train'], metric: 'relative' | 'log'): number | null {
  return metric === 'relative' ? errors.relativeRms : errors.logRms;
}
