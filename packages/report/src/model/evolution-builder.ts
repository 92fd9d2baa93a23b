import type { TargetChoice } from '@evospice/bench';
import { foldRun, RunFold, type EvaluatedRecord, type EvolutionEvents, type ExtractionRecord, type RunView, type TaskFact } from '@evospice/evolution';
import type { Json, StoredEvent } from '@evospice/contracts';
import { allSource } from '@evospice/program-text';
import { budgetUnits, duration, moment } from '../format/quantities.ts';
import { compareSubjects } from './comparison.ts';
import { convergenceModels } from './convergence.ts';
import type {
  ChampionModel, EvolutionReportModel, Fact, LineageStep, ProgressPoint, RejectionRow, Reproduction,
} from './evolution-model.ts';
import { groupFits } from './fit-groups.ts';
import type { FitTask } from './fit-model.ts';

/** What a report says besides the events. No figure of it: those come from the events alone. */
export interface EvolutionReportExtra {
  readonly title?: string;
  /** Where the tasks came from, such as `measured devices in …` or `generated, no measured data found`. */
  readonly dataSource?: string;
  /** Configuration as resolved: text, or JSON to be printed. */
  readonly configuration?: Json;
  /** Commands that give this run again. */
  readonly commands?: readonly string[];
  /** Error that counts as success; the default of a benchmark when left out. */
  readonly target?: TargetChoice;
}

/** Folds the events of an evolution into what its report shows. The run may be unfinished, or just begun. */
export function evolutionReportModel(events: Iterable<StoredEvent>, extra: EvolutionReportExtra = {}): EvolutionReportModel {
  const stored = [...events];
  const view = foldRun(stored);
  const { started } = view;
  const champion = view.champion;
  const tasks = started?.tasks ?? [];
  const budget = started?.budget ?? Math.max(0, ...view.extractions.map((record) => record.run.allowed));
  const subject = { records: view.extractions, tasks, champion: champion?.program.id ?? null, budget };
  return {
    title: extra.title ?? 'Evolution of an optimizer',
    facts: factsOf(view, stored, extra),
    notices: noticesOf(view),
    tasks,
    comparison: compareSubjects({ ...subject, metric: metricOf(view), ...(extra.target === undefined ? {} : { target: extra.target }) }),
    convergence: convergenceModels(subject),
    fits: fitsOf(view),
    archive: {
      axes: started?.axes ?? [],
      cells: view.elites,
      coverage: view.statistics?.coverage ?? null,
      qdScore: view.statistics?.qdScore ?? null,
      champion: champion?.program.id ?? null,
    },
    progress: progressOf(stored),
    rejections: rejectionsOf(view),
    champion: champion === null ? null : championOf(champion, view),
    reproduction: reproductionOf(view, stored, extra),
  };
}

function factsOf(view: RunView, stored: readonly StoredEvent[], extra: EvolutionReportExtra): readonly Fact[] {
  const { started, statistics, champion } = view;
  const first = stored[0];
  const last = stored.at(-1);
  const facts: (Fact | null)[] = [
    champion && { label: 'Champion', value: `${champion.program.id}, score ${champion.verdict.score.value.toFixed(4)}` },
    { label: 'Programs', value: `${view.evaluations} evaluated of ${started?.evaluations ?? '?'} planned, ${view.rejections.length} rejected` },
    { label: 'Extractions', value: String(view.extractions.length) },
    statistics && { label: 'Archive', value: `${statistics.elites} of ${statistics.cells} cells filled` },
    started && { label: 'Budget', value: `${budgetUnits(started.budget)} units an extraction` },
    started && { label: 'Seed', value: `${started.seed}; extractions ${list([...new Set(view.extractions.map((record) => record.seed))].toSorted((a, b) => a - b))}` },
    started && { label: 'Simulator', value: started.simulator },
    started && { label: 'Tasks', value: [originsOf(started.tasks), extra.dataSource].filter((part) => part !== undefined).join('; ') },
    first === undefined || last === undefined ? null
      : { label: 'Date', value: `${moment(first.at)}${view.resumptions > 0 ? `, resumed ${view.resumptions} ×` : ''}, ${duration(last.at - first.at)} from first to last event` },
  ];
  return facts.filter((fact) => fact !== null);
}

function originsOf(tasks: readonly TaskFact[]): string {
  const of = (origin: TaskFact['origin']): number => tasks.filter((task) => task.origin === origin).length;
  return (['measured', 'generated'] as const).flatMap((origin) => (of(origin) === 0 ? [] : [`${of(origin)} ${origin}`])).join(', ');
}

function list(seeds: readonly number[]): string {
  const [first] = seeds;
  if (first === undefined) return 'none yet';
  const last = seeds.at(-1) as number;
  if (seeds.length > 2 && last - first === seeds.length - 1) return `with ${first} to ${last}`;
  return `with ${seeds.join(', ')}`;
}

function noticesOf(view: RunView): readonly string[] {
  const notices: string[] = [];
  if (view.started === null) notices.push('The run was cut off before its first event: there is nothing to show yet.');
  else if (view.finished === null) notices.push('The run is not finished: these are the figures so far.');
  if (view.started !== null && view.champion === null) notices.push('No program has been evaluated to the end, so there is no champion.');
  const failed = view.extractions.filter((record) => record.end === 'failed').length;
  if (failed > 0) notices.push(`${failed} of ${view.extractions.length} extractions ended in a failure of the optimizer; what they had found until then counts.`);
  if (view.retries.length > 0) notices.push(`${view.retries.length} ${view.retries.length === 1 ? 'extraction was' : 'extractions were'} repeated because the simulator failed.`);
  return notices;
}

/** Older runs do not state their metric; then it is the one whose start error the runs were measured against. */
function metricOf(view: RunView): 'relative' | 'log' {
  if (view.started?.metric !== undefined) return view.started.metric;
  const record = view.extractions[0];
  if (record === undefined) return 'relative';
  const distance = (error: number | null): number => (error === null ? Number.POSITIVE_INFINITY : Math.abs(error - record.run.startError));
  return distance(record.start.train.logRms) < distance(record.start.train.relativeRms) ? 'log' : 'relative';
}

/** Overlays of the champion, on each task where its extraction kept them. */
function fitsOf(view: RunView): readonly FitTask[] {
  const champion = view.champion?.program.id;
  return (view.started?.tasks ?? []).flatMap((task): FitTask[] => {
    const withFits = view.extractions.filter((record): record is ExtractionRecord & Required<Pick<ExtractionRecord, 'fits'>> => record.task === task.id && record.fits !== undefined);
    const record = withFits.findLast((one) => one.subject === champion);
    if (record === undefined) return [];
    return [{ task: task.id, title: task.title, role: task.role, subject: record.subject, seed: record.seed, groups: groupFits(record.fits) }];
  });
}

function progressOf(stored: readonly StoredEvent[]): readonly ProgressPoint[] {
  const fold = new RunFold();
  const points: ProgressPoint[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const event of stored) {
    fold.apply(event);
    if (event.type !== 'program-evaluated') continue;
    const record = fold.evaluated.at(-1);
    if (record === undefined) continue;
    const { program, verdict } = record;
    best = Math.max(best, verdict.score.value);
    points.push({ evaluation: fold.evaluations, program: program.id, proposer: program.proposer, operator: program.operator, score: verdict.score.value, best });
  }
  return points;
}

function rejectionsOf(view: RunView): readonly RejectionRow[] {
  const rows = new Map<string, { stage: string; code: string; count: number; proposers: Set<string>; reason: string }>();
  for (const { stage, code, proposer, reason } of view.rejections) {
    const key = JSON.stringify([stage, code]);
    const row = rows.get(key) ?? { stage, code, count: 0, proposers: new Set<string>(), reason };
    row.count += 1;
    row.proposers.add(proposer);
    row.reason = reason;
    rows.set(key, row);
  }
  const stages = Object.keys(view.rejectionsByStage);
  return [...rows.values()]
    .map((row) => ({ ...row, proposers: [...row.proposers] }))
    .toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || b.count - a.count);
}

function championOf({ program, verdict }: EvaluatedRecord, view: RunView): ChampionModel {
  const { value, spread = null, parts } = verdict.score;
  const lineage = view.lineage(program.id).map((ancestor): LineageStep => {
    const record = view.programs.get(ancestor.id);
    return {
      id: ancestor.id,
      proposer: ancestor.proposer,
      operator: ancestor.operator,
      parents: ancestor.parents,
      details: record?.details ?? {},
      score: record?.verdict?.score.value ?? null,
      source: allSource(ancestor),
    };
  });
  return { id: program.id, score: value, spread, parts, source: allSource(program), lineage };
}

function reproductionOf(view: RunView, stored: readonly StoredEvent[], extra: EvolutionReportExtra): Reproduction {
  const { configuration } = extra;
  const remarks = view.started?.order === undefined ? [] : [view.started.order === 'proposal'
    ? 'One program was worked on at a time: the same seed, configuration and versions give the same run.'
    : 'Several programs were in flight: the order in which they finished decided with the seed, so a second run may differ.'];
  return {
    versions: view.started?.versions ?? {},
    configuration: configuration === undefined ? null : typeof configuration === 'string' ? configuration : JSON.stringify(configuration, null, 2),
    commands: extra.commands ?? [],
    remarks: [...remarks, ...changesOf(stored)],
  };
}

/** What was changed when the run was taken up again: without it the configuration alone would not tell how the run came about. */
function changesOf(stored: readonly StoredEvent[]): readonly string[] {
  return stored.filter((event) => event.type === 'run-resumed').flatMap((event) => {
    const { evaluations, changed = {} } = event.payload as unknown as EvolutionEvents['run-resumed'];
    const changes = Object.entries(changed).map(([name, { before, now }]) => `${name} from ${JSON.stringify(before)} to ${JSON.stringify(now)}`);
    return changes.length === 0 ? [] : [`Taken up again after ${evaluations} evaluations with changes: ${changes.join('; ')}.`];
  });
}
