import { EvospiceError, type ArchiveStatistics, type Program, type RunLog, type StoredEvent } from '@evospice/contracts';
import { singleFile } from '@evospice/program-text';
import type { EvolutionEvents, EvolutionEventType, ExtractionRecord, RejectionStage } from '../events.ts';
import { ordinalOf } from './program-id.ts';
import type { ChampionRecord, EliteRecord, EvaluatedRecord, ProgramRecord, Rejection, RunView } from './run-view.ts';

/** Stages at which simulations had been made: a rejection there counts as an evaluation. */
const simulatedStages: ReadonlySet<RejectionStage> = new Set<RejectionStage>(['probe', 'evaluation']);

/** Runs of format 1 stored a program as one text called `source`. */
function withFiles(program: Program & { readonly source?: string }): Program {
  const { source, ...rest } = program;
  return source === undefined ? rest : { ...rest, ...singleFile(source) };
}

type Handlers = { readonly [T in EvolutionEventType]: (payload: EvolutionEvents[T], event: StoredEvent) => void };

/**
 * Folds the events of an evolution, one after another, into a {@link RunView}. The running evolution keeps its own state
 * in it too, so that what a resumed run starts from is by construction what the uninterrupted run had.
 *
 * Events of types it does not know are passed over: later versions may add some.
 */
export class RunFold implements RunView {
  started: EvolutionEvents['run-started'] | null = null;
  finished: EvolutionEvents['run-finished'] | null = null;
  resumptions = 0;
  proposals = 0;
  evaluations = 0;
  statistics: ArchiveStatistics | null = null;
  last = 0;
  readonly programs = new Map<string, ProgramRecord>();
  readonly evaluated: EvaluatedRecord[] = [];
  readonly rejections: Rejection[] = [];
  readonly rejectionsByStage: Record<RejectionStage, number> = { proposal: 0, syntax: 0, static: 0, duplicate: 0, probe: 0, evaluation: 0 };
  readonly champions: ChampionRecord[] = [];
  readonly extractions: ExtractionRecord[] = [];
  readonly retries: EvolutionEvents['extraction-retried'][] = [];
  readonly #pending = new Set<string>();
  /** Indices into `extractions`. */
  readonly #bySubject = new Map<string, number[]>();
  readonly #holders = new Map<string, EliteRecord>();

  readonly #handlers: Handlers = {
    'run-started': (payload) => { this.started = payload; },
    'run-resumed': () => {
      this.resumptions += 1;
      this.finished = null;
    },
    'program-proposed': ({ program: stored, details }, { at }) => {
      const program = withFiles(stored);
      const ordinal = ordinalOf(program.id);
      this.proposals += 1;
      this.#pending.add(program.id);
      this.programs.set(program.id, { program, details, ordinal, state: 'pending', at });
    },
    'program-rejected': (payload) => this.#reject(payload),
    'extraction-retried': (payload) => { this.retries.push(payload); },
    'extraction-finished': (record) => {
      const place = this.extractions.push(record) - 1;
      const others = this.#bySubject.get(record.subject);
      if (others === undefined) this.#bySubject.set(record.subject, [place]);
      else others.push(place);
    },
    'program-evaluated': (payload) => this.#judge(payload),
    'champion-changed': ({ program, score, previous }, { at }) => {
      this.champions.push({ program, score, previous, evaluations: this.evaluations, at });
    },
    'champion-fitted': ({ program, task, seed, fits }) => {
      for (const place of this.#bySubject.get(program) ?? []) {
        const record = this.extractions[place] as ExtractionRecord;
        if (record.role === 'train' && record.task === task && record.seed === seed) this.extractions[place] = { ...record, fits };
      }
    },
    'run-finished': (payload) => { this.finished = payload; },
  };

  /** Takes in the next event. */
  apply(event: StoredEvent): void {
    this.last = event.sequence;
    if (!Object.hasOwn(this.#handlers, event.type)) return;
    const handle = this.#handlers[event.type as EvolutionEventType] as (payload: unknown, event: StoredEvent) => void;
    handle(event.payload, event);
  }

  get pending(): readonly ProgramRecord[] {
    return [...this.#pending].map((id) => this.#record(id)).toSorted((a, b) => a.ordinal - b.ordinal);
  }

  get champion(): EvaluatedRecord | null {
    const id = this.champions.at(-1)?.program;
    return id === undefined ? null : (this.#record(id) as EvaluatedRecord);
  }

  get elites(): readonly EliteRecord[] {
    return [...this.#holders.values()].toSorted((a, b) => compareCells(a.cell, b.cell));
  }

  extractionsOf(subject: string, role?: ExtractionRecord['role']): readonly ExtractionRecord[] {
    const records = (this.#bySubject.get(subject) ?? []).map((place) => this.extractions[place] as ExtractionRecord);
    return role === undefined ? records : records.filter((record) => record.role === role);
  }

  lineage(program: string): readonly Program[] {
    const line: Program[] = [];
    let next = this.programs.get(program)?.program;
    while (next !== undefined) {
      line.push(next);
      const parent: string | undefined = next.parents[0];
      next = parent === undefined ? undefined : this.programs.get(parent)?.program;
    }
    return line;
  }

  #reject(payload: EvolutionEvents['program-rejected']): void {
    // Without a program the proposal itself is counted here; with one it was when the program was proposed.
    if (payload.program === null) this.proposals += 1;
    if (simulatedStages.has(payload.stage)) this.evaluations += 1;
    this.rejectionsByStage[payload.stage] += 1;
    const ordinal = payload.ordinal ?? (payload.program === null ? this.proposals : ordinalOf(payload.program));
    const rejection: Rejection = { ...payload, ordinal };
    this.rejections.push(rejection);
    if (payload.program === null) return;
    this.#pending.delete(payload.program);
    this.programs.set(payload.program, { ...this.#record(payload.program), state: 'rejected', rejection });
  }

  #judge({ program, score, measures, archive, statistics }: EvolutionEvents['program-evaluated']): void {
    const record: EvaluatedRecord = { ...this.#record(program), state: 'evaluated', verdict: { score, measures, archive } };
    this.evaluations += 1;
    this.statistics = statistics;
    this.#pending.delete(program);
    this.programs.set(program, record);
    this.evaluated.push(record);
    if (archive.cell !== null) this.#holders.set(archive.cell.join(), { cell: archive.cell, program, score: score.value, measures });
  }

  #record(id: string): ProgramRecord {
    const record = this.programs.get(id);
    if (record === undefined) throw new EvospiceError('EVOLUTION_EVENTS', `the events speak of program ${id} before it was proposed`, { received: id, expected: 'the events of an evolution, from the first one on' });
    return record;
  }
}

/** Reads what a run has stored so far. */
export async function readRun(log: Pick<RunLog, 'events'>): Promise<RunView> {
  const fold = new RunFold();
  for await (const event of log.events()) fold.apply(event);
  return fold;
}

/** Folds events in order of their sequence numbers, from the first one on. */
export function foldRun(events: Iterable<StoredEvent>): RunFold {
  const fold = new RunFold();
  for (const event of events) fold.apply(event);
  return fold;
}

function compareCells(a: readonly number[], b: readonly number[]): number {
  for (const [axis, coordinate] of a.entries()) {
    const difference = coordinate - (b[axis] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
