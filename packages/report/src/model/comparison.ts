import { summarize, type BenchRun, type TargetChoice } from '@evospice/bench';
import type { ExtractionRecord, TaskFact } from '@evospice/extraction-problem';
import type { ComparisonModel, ComparisonPart } from './comparison-model.ts';

export interface ComparisonInput {
  readonly records: readonly ExtractionRecord[];
  readonly tasks: readonly Pick<TaskFact, 'id' | 'title' | 'role'>[];
  /** Program id of the champion. */
  readonly champion: string | null;
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  readonly target?: TargetChoice;
}

/** Compares the champion with the baselines, training and validation tasks apart. Null when no record belongs to either. */
export function compareSubjects(input: ComparisonInput): ComparisonModel | null {
  const records = compared(input.records, input.champion);
  const subjects = subjectsOf(records, input.champion);
  let target = '';
  const parts = (['train', 'validate'] as const).flatMap((role): ComparisonPart[] => {
    const tasks = input.tasks.filter((task) => task.role === role);
    // Task after task and the champion first, whatever the order of finishing was: the tables keep this order.
    const own = tasks.flatMap((task) => subjects.flatMap((subject) => records.filter((record) => record.task === task.id && record.subject === subject)));
    if (own.length === 0) return [];
    const summary = summarize(own.map(benchRunOfRecord), input.target === undefined ? {} : { target: input.target });
    target = summary.target;
    return [{
      role,
      overall: summary.entries,
      tasks: tasks.flatMap((task) => {
        const start = own.find((record) => record.task === task.id)?.start;
        const rows = summary.table.filter((row) => row.task === task.id);
        const [first] = rows;
        if (start === undefined || first === undefined) return [];
        return [{ task: task.id, title: task.title, startTrain: start.train.relativeRms, startValidate: start.validate?.relativeRms ?? null, target: first.target, rows }];
      }),
    }];
  });
  return parts.length === 0 ? null : { budget: input.budget, metric: input.metric, target, champion: input.champion, parts };
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

function benchRunOfRecord({ subject, role: _role, fits: _fits, ...rest }: ExtractionRecord): BenchRun {
  return { entry: subject, ...rest };
}
