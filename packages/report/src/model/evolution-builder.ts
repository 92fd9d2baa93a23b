import type { TargetChoice } from '@evospice/bench';
import { counted, defined, type ArchiveShape, type ArchiveStatistics, type Json, type StoredEvent } from '@evospice/contracts';
import { foldRun, isOutOfWork, type JudgedRecord, type RunView } from '@evospice/evolution';
import type { TaskFact } from '@evospice/extraction-problem';
import { allSource } from '@evospice/program-text';
import { championText } from '../format/champion.ts';
import { championHistory } from '../format/champion-history.ts';
import { controlText } from '../format/controls.ts';
import { courseLines } from '../format/courses.ts';
import { experimentDocument } from '../format/experiments.ts';
import { modelUseLines } from '../format/model-uses.ts';
import { troubleSentence } from '../format/proposers.ts';
import { budgetUnits, duration, moment } from '../format/quantities.ts';
import { compareSubjects } from './comparison.ts';
import { convergenceModels } from './convergence.ts';
import type {
  Artefact, ChampionModel, EvolutionReportModel, Fact, LineageStep, ProgressPoint, RejectionRow, Reproduction,
} from './evolution-model.ts';
import { extractionOf, fitsOf, type ExtractionSubject } from './extraction-subject.ts';
import { lineageTree } from './lineage-tree.ts';

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
  const { started, champion, statistics } = view;
  const extraction = extractionOf(view);
  return {
    title: extra.title ?? 'Evolution of an optimizer',
    facts: factsOf(view, { stored, extra, extraction }),
    notices: noticesOf(view, extraction !== null),
    tasks: extraction?.tasks ?? [],
    comparison: extraction === null ? null : compareSubjects({ ...extraction, ...defined({ target: extra.target }) }),
    convergence: extraction === null ? [] : convergenceModels(extraction),
    fits: extraction === null ? [] : fitsOf(extraction),
    archive: {
      axes: started?.archive.axes ?? [],
      shape: started?.archive.shape ?? { kind: 'list' },
      elites: view.elites,
      coverage: statistics?.coverage ?? null,
      qdScore: statistics?.qdScore ?? null,
      champion: champion?.program.id ?? null,
      ...defined({ borders: statistics?.borders, living: statistics?.islands?.map(({ elites }) => elites) }),
    },
    progress: progressOf(view),
    controls: view.controls,
    rejections: rejectionsOf(view),
    proposers: view.proposers,
    yields: view.yields,
    ledger: view.ledger,
    champions: championHistory(view),
    tried: view.tried,
    lineage: lineageTree(view),
    experiments: experimentDocument(view),
    champion: champion === null ? null : championOf(champion, view),
    reproduction: reproductionOf(view, extra),
  };
}

function factsOf(view: RunView, { stored, extra, extraction }: { readonly stored: readonly StoredEvent[]; readonly extra: EvolutionReportExtra; readonly extraction: ExtractionSubject | null }): readonly Fact[] {
  const { started, statistics, champion, raced, resumptions } = view;
  const first = stored[0];
  const last = stored.at(-1);
  const facts: (Fact | null)[] = [
    champion && { label: 'Champion', value: (championText(view) ?? '').replace('champion ', '') },
    { label: 'Programs', value: `${view.tried} tried of ${started?.programs ?? '?'} planned, ${view.rejections.length} rejected` },
    started && extraction === null ? { label: 'Problem', value: started.problem } : null,
    { label: extraction === null ? 'Cases' : 'Extractions', value: String(view.cases.finished) },
    raced.programs === 0 ? null : { label: 'Racing', value: `${counted(raced.programs, 'program')} stopped early, ${counted(raced.saved, 'case run')} saved` },
    ...modelUseLines(view.models).map((value) => ({ label: 'Models', value })),
    ...courseLines(view.courses).map((value) => ({ label: 'Course', value })),
    ...view.controls.map((control) => ({ label: `Control ${control.name}`, value: controlText(control) })),
    statistics && { label: 'Archive', value: archiveFact(started?.archive.shape, statistics) },
    extraction && { label: 'Budget', value: `${budgetUnits(extraction.budget)} units per extraction` },
    started && { label: 'Seed', value: extraction === null ? String(started.seed) : `${started.seed}; extractions ${list(extraction.seeds)}` },
    extraction && { label: 'Simulator', value: extraction.simulator },
    extraction && { label: 'Tasks', value: [originsOf(extraction.tasks), extra.dataSource].filter((part) => part !== undefined).join('; ') },
    first === undefined || last === undefined ? null
      : { label: 'Date', value: `${moment(first.at)}${resumptions.length > 0 ? `, resumed ${resumptions.length} ×` : ''}, ${duration(last.at - first.at)} from first to last event` },
  ];
  return facts.filter((fact) => fact !== null);
}

function archiveFact(shape: ArchiveShape | undefined, { elites, cells, islands }: ArchiveStatistics): string {
  const hasCells = (one: ArchiveShape | undefined): boolean => (one?.kind === 'islands' ? hasCells(one.of) : one?.kind === 'grid' || one?.kind === 'centroids');
  const filled = hasCells(shape) ? `${elites} of ${cells} cells filled` : counted(elites, 'elite');
  return islands === undefined ? filled : `${filled} on ${islands.length} islands`;
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

function noticesOf({ started, finished, champion, cases, retries, proposers, models }: RunView, isExtraction: boolean): readonly string[] {
  const notices: string[] = [];
  const [one, many] = isExtraction ? ['extraction', 'extractions'] : ['case', 'cases'];
  if (started === null) notices.push('The run was cut off before its first event: there is nothing to show yet.');
  else if (finished === null) notices.push('The run is not finished: these are the figures so far.');
  if (started !== null && champion === null) notices.push('No program has been judged to the end, so there is no champion.');
  for (const { purpose, questions, failed } of models) if (failed > 0) notices.push(`${failed} of ${counted(questions, 'question')} about ${purpose} had no answer; those programs went on without one.`);
  if (cases.failed > 0) notices.push(`${cases.failed} of ${cases.finished} ${many} ended in a failure of the program or reference${isExtraction ? '; what they had found until then counts' : ''}.`);
  if (retries.length > 0) notices.push(`${retries.length} ${retries.length === 1 ? `${one} was` : `${many} were`} repeated because something around ${retries.length === 1 ? 'it' : 'them'} failed.`);
  for (const record of proposers.filter(isOutOfWork)) notices.push(`${troubleSentence(record)}: ${record.trouble?.reason.split('\n')[0] ?? ''}`);
  return notices;
}

function progressOf({ judged }: RunView): readonly ProgressPoint[] {
  let best = Number.NEGATIVE_INFINITY;
  return judged.map(({ program, verdict, tried }) => {
    best = Math.max(best, verdict.score.value);
    return { tried, program: program.id, proposer: program.proposer, operator: program.operator, score: verdict.score.value, best };
  });
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

function championOf({ program, verdict }: JudgedRecord, view: RunView): ChampionModel {
  const { value, spread = null, parts, cases = [] } = verdict.score;
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
  return { id: program.id, score: value, spread, parts, cases, artefacts: artefactsOf(program.id, view), confirmation: view.trialOf(program.id, 'confirmation') ?? null, validation: view.trialOf(program.id, 'validation') ?? null, source: allSource(program), lineage };
}

/** Texts and pictures; what else a problem keeps is for its own sections. */
function artefactsOf(champion: string, view: RunView): readonly Artefact[] {
  return view.casesOf(champion).flatMap(({ stage, outcome: { case: id, seed, artefacts = {} } }) =>
    Object.entries(artefacts).flatMap(([name, content]) => (typeof content === 'string' ? [{ stage, case: id, seed, name, content }] : [])));
}

function reproductionOf(view: RunView, extra: EvolutionReportExtra): Reproduction {
  const { configuration } = extra;
  const remarks = view.started?.order === undefined ? [] : [view.started.order === 'proposal'
    ? 'One program was worked on at a time: the same seed, configuration and versions give the same run.'
    : 'Several programs were in flight: the order in which they finished decided with the seed, so a second run may differ.'];
  return {
    versions: view.started?.versions ?? {},
    configuration: configuration === undefined ? null : typeof configuration === 'string' ? configuration : JSON.stringify(configuration, null, 2),
    commands: extra.commands ?? [],
    remarks: [...remarks, ...machineRemarks(view), ...changesOf(view)],
  };
}

/** Measures that another machine, or a busier one, would not give again. */
function machineRemarks({ started }: RunView): readonly string[] {
  const timed = started?.facts?.['timed'];
  return Array.isArray(timed) ? [`Measured by the clock, and so different in a second run: ${timed.join(', ')}. What depends on them, such as the archive, may differ too.`] : [];
}

/** What was changed when the run was taken up again: without it the configuration alone would not tell how the run came about. */
function changesOf({ resumptions }: RunView): readonly string[] {
  return resumptions.flatMap(({ programs, changed = {} }) => {
    const changes = Object.entries(changed).map(([name, { before, now }]) => `${name} from ${JSON.stringify(before)} to ${JSON.stringify(now)}`);
    return changes.length === 0 ? [] : [`Taken up again after ${counted(programs, 'program')} with changes: ${changes.join('; ')}.`];
  });
}
