import { CONFIRMATION_STAGE } from '@evospice/contracts';
import type { RunView } from '@evospice/evolution';
import { extractionRecord, type ExtractionFacts, type ExtractionRecord, type TaskFact } from '@evospice/extraction-problem';
import { groupFits } from './fit-groups.ts';
import type { FitTask } from './fit-model.ts';

/** What a report of an evolution of extraction programs is made from besides what every evolution has. */
export interface ExtractionSubject {
  /** Of the champions and the baselines. */
  readonly records: readonly ExtractionRecord[];
  readonly tasks: readonly TaskFact[];
  readonly champion: string | null;
  /** Budget units of one extraction. */
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  readonly simulator: string;
  /** Seeds of the training and validation extractions. */
  readonly seeds: readonly number[];
}

/** Null for a run of another problem, and one that was cut off before its first event. */
export function extractionOf(view: RunView): ExtractionSubject | null {
  const { started } = view;
  if (started?.problem !== 'extraction') return null;
  const facts = started.facts as unknown as ExtractionFacts;
  const records = view.subjects.flatMap((subject) => view.casesOf(subject)).filter(({ stage }) => stage !== CONFIRMATION_STAGE).map((record) => extractionRecord(record));
  return {
    records,
    tasks: facts.tasks,
    champion: view.champion?.program.id ?? null,
    budget: facts.budget,
    metric: facts.metric ?? metricOf(records),
    simulator: facts.simulator,
    seeds: [...new Set([...records.map(({ seed }) => seed), ...facts.seeds])].toSorted((a, b) => a - b),
  };
}

/** Older runs do not state their metric; then it is the one whose start error the runs were measured against. */
function metricOf([record]: readonly ExtractionRecord[]): 'relative' | 'log' {
  if (record === undefined) return 'relative';
  const distance = (error: number | null): number => (error === null ? Number.POSITIVE_INFINITY : Math.abs(error - record.run.startError));
  return distance(record.start.train.logRms) < distance(record.start.train.relativeRms) ? 'log' : 'relative';
}

/** Overlays of the champion, on each task where its extraction kept them. */
export function fitsOf({ records, tasks, champion }: ExtractionSubject): readonly FitTask[] {
  return tasks.flatMap((task): FitTask[] => {
    const record = records.findLast((one) => one.task === task.id && one.fits !== undefined && one.subject === champion);
    if (record?.fits === undefined) return [];
    return [{ task: task.id, title: task.title, role: task.role, subject: record.subject, seed: record.seed, groups: groupFits(record.fits) }];
  });
}
