import { defined, EvospiceError, type ArchiveStatistics, type Case, type Elite, type Exchange, type Outcome, type Program, type RunLog, type StoredEvent } from '@evospice/contracts';
import { engineStages, SEED, type CaseRecord, type ChampionTrial, type Control, type EvolutionEvents, type EvolutionEventType, type Purpose, type RejectionRecord, type Steering } from '../events.ts';
import { currentEvents } from '../format/current-events.ts';
import { BestCases } from './best-cases.ts';
import { entryOf } from './entry-of.ts';
import { ExperimentTally, type Experiment } from './experiment-tally.ts';
import { ModelFold, type ModelUse } from './model-fold.ts';
import { gainOf } from './gain.ts';
import { ordinalOf } from './program-id.ts';
import { ModelTally, type ModelRecord } from './model-tally.ts';
import { ProposerTally, type ProposerRecord } from './proposer-tally.ts';
import type { ArchiveStep, ChampionRecord, JudgedRecord, MemoryRecord, ProgramRecord, RunView } from './run-view.ts';
import { SteeringFold } from './steering-fold.ts';
import { YieldTally, type ProposerYield, type YieldSource } from './yield-tally.ts';

type Handlers = { readonly [T in EvolutionEventType]: (payload: EvolutionEvents[T]) => void };

/**
 * Folds the events of an evolution, one after another, into a {@link RunView}. The running evolution keeps its own state
 * in it too, so that what a resumed run starts from is by construction what the uninterrupted run had. No event takes longer because there
 * were many before it.
 *
 * Events of types it does not know are passed over: later versions may add some.
 */
export class RunFold implements RunView {
  started: EvolutionEvents['run-started'] | null = null;
  finished: EvolutionEvents['run-finished'] | null = null;
  proposals = 0;
  tried = 0;
  statistics: ArchiveStatistics | null = null;
  leader: JudgedRecord | null = null;
  champion: JudgedRecord | null = null;
  readonly resumptions: EvolutionEvents['run-resumed'][] = [];
  readonly programs = new Map<string, ProgramRecord>();
  readonly judged: JudgedRecord[] = [];
  readonly settled: string[] = [];
  memories: MemoryRecord[] = [];
  readonly rejections: RejectionRecord[] = [];
  readonly rejectionsByStage: Record<string, number> = Object.fromEntries(engineStages.map((stage) => [stage, 0]));
  readonly champions: ChampionRecord[] = [];
  readonly cases = { finished: 0, failed: 0, cost: 0, reused: 0 };
  evaluations = 0;
  staleness: RunView['staleness'] = { programs: 0, mean: null, largest: 0 };
  controls: readonly Control[] = [];
  readonly raced = { programs: 0, saved: 0 };
  readonly archived: ArchiveStep[] = [];
  readonly retries: EvolutionEvents['case-retried'][] = [];
  readonly courses: EvolutionEvents['course-changed'][] = [];
  course: RunView['course'] = { weights: {}, text: '' };
  readonly #models = new ModelFold();
  readonly #steering = new SteeringFold();
  readonly #pending = new Set<string>();
  readonly #proposers = new ProposerTally();
  readonly #ledger = new ModelTally();
  readonly #yields = new YieldTally();
  readonly #experiments = new ExperimentTally();
  readonly #cases = new Map<string, CaseRecord[]>();
  /** Of programs in flight: programs settled when their parents were chosen. */
  readonly #chosenAt = new Map<string, number>();
  readonly #bestCases = new BestCases();
  readonly #trials = new Map<string, ChampionTrial>();
  /** By hash: what an excused program had finished. */
  readonly #ofText = new Map<string, readonly CaseRecord[]>();
  readonly #elites = new Map<string, Elite>();
  readonly #byHash = new Map<string, string>();
  readonly #children = new Map<string, number>();

  readonly #handlers: Handlers = {
    'run-started': (payload) => {
      this.started = payload;
      for (const { name } of payload.stages) this.rejectionsByStage[name] = 0;
    },
    'run-resumed': (payload) => {
      this.resumptions.push(payload);
      this.#proposers.resumed();
      this.#forgetCutOff();
      this.finished = null;
    },
    'program-proposed': ({ program, details, island, settled }) => {
      this.proposals += 1;
      this.#pending.add(program.id);
      if (program.proposer !== SEED) {
        this.#proposers.wrote(program.proposer, details);
        this.#yields.proposed(sourceOf({ program, details }), details);
        this.#experiments.proposed(program, details);
      }
      this.programs.set(program.id, { program, details, ordinal: ordinalOf(program.id), state: 'pending', ...defined({ island }) });
      if (settled !== undefined) this.#chosenAt.set(program.id, settled);
      if (!this.#byHash.has(program.hash)) this.#byHash.set(program.hash, program.id);
      for (const parent of program.parents) this.#children.set(parent, this.children(parent) + 1);
    },
    'program-rejected': (payload) => this.#reject(payload),
    'case-retried': (payload) => { this.retries.push(payload); },
    'case-finished': (record) => {
      if (record.from === undefined) this.#count(record);
      else this.cases.reused += 1;
      this.#yieldCase(record);
      const others = this.#cases.get(record.subject);
      if (others === undefined) this.#cases.set(record.subject, [record]);
      else others.push(record);
    },
    'program-judged': (payload) => this.#judge(payload),
    'champion-changed': ({ program, score, previous }) => {
      this.champion = this.#record(program) as JudgedRecord;
      this.champions.push({ program, score, previous, tried: this.tried });
    },
    'champion-tried': (payload) => { this.#trials.set(`${payload.program} ${payload.stage}`, payload); },
    'control-finished': (payload) => { this.controls = [...this.controls.filter(({ name }) => name !== payload.name), payload]; },
    'artefacts-added': ({ program, stage, case: id, seed, artefacts }) => {
      const records = this.#cases.get(program) ?? [];
      const at = records.findIndex((record) => record.stage === stage && record.outcome.case === id && record.outcome.seed === seed);
      const record = records[at];
      if (record !== undefined) records[at] = { ...record, outcome: { ...record.outcome, artefacts: { ...record.outcome.artefacts, ...artefacts } } };
    },
    'model-asked': (payload) => {
      this.#models.asked(payload);
      this.#ledger.asked(payload.exchange);
    },
    'program-embedded': (payload) => { this.#models.embedded(payload); },
    'memory-kept': (payload) => { this.memories.push({ ...payload, settled: this.settled.length }); },
    'run-steered': (payload) => {
      this.#steering.apply(payload, this.proposals);
      if (payload.action === 'ban') this.#ban(payload.program);
    },
    'course-changed': (payload) => this.#changeCourse(payload),
    'run-finished': (payload) => { this.finished = payload; },
  };

  /** Takes in the next event. */
  apply({ type, payload }: { readonly type: string; readonly payload: unknown }): void {
    if (!Object.hasOwn(this.#handlers, type)) return;
    const handle = this.#handlers[type as EvolutionEventType] as (payload: unknown) => void;
    handle(payload);
  }

  get exchanges(): number {
    return this.#models.exchanges;
  }

  get models(): readonly ModelUse[] {
    return this.#models.uses;
  }

  exchangeOf(ordinal: number, purpose: Purpose): Exchange | undefined {
    return this.#models.exchangeOf(ordinal, purpose);
  }

  embeddingOf(program: string): EvolutionEvents['program-embedded'] | undefined {
    return this.#models.embeddingOf(program);
  }

  get paused(): boolean {
    return this.#steering.paused;
  }

  get notes(): readonly string[] {
    return this.#steering.notes;
  }

  get focus(): string | null {
    return this.#steering.focusAt(this.proposals);
  }

  get marked(): ReadonlyMap<string, string> {
    return this.#steering.marked;
  }

  get banned(): ReadonlySet<string> {
    return this.#steering.banned;
  }

  get steerings(): readonly Steering[] {
    return this.#steering.all;
  }

  get pending(): readonly ProgramRecord[] {
    return [...this.#pending].map((id) => this.#record(id)).toSorted((a, b) => a.ordinal - b.ordinal);
  }

  get proposers(): readonly ProposerRecord[] {
    return this.#proposers.records;
  }

  get ledger(): readonly ModelRecord[] {
    return this.#ledger.records;
  }

  get yields(): readonly ProposerYield[] {
    return this.#yields.yields;
  }

  get experiments(): readonly Experiment[] {
    return this.#experiments.experiments;
  }

  get elites(): readonly Elite[] {
    return [...this.#elites.values()].toSorted((a, b) => compareCells(a.cell ?? [], b.cell ?? []));
  }

  get subjects(): readonly string[] {
    return [...this.#cases.keys()];
  }

  casesOf(subject: string, stage?: string): readonly CaseRecord[] {
    const records = this.#cases.get(subject) ?? [];
    return stage === undefined ? records : records.filter((record) => record.stage === stage);
  }

  bestOutcome(one: Pick<Case, 'id' | 'seed'>): Outcome | undefined {
    return this.#bestCases.outcomeOf(one);
  }

  trialOf(program: string, stage: ChampionTrial['stage']): ChampionTrial | undefined {
    return this.#trials.get(`${program} ${stage}`);
  }

  caseOfText(hash: string, stage: string, { id, seed }: Pick<Case, 'id' | 'seed'>): CaseRecord | undefined {
    return this.#ofText.get(hash)?.find((record) => record.stage === stage && record.outcome.case === id && record.outcome.seed === seed);
  }

  twin({ id, hash }: Program): ProgramRecord | undefined {
    const first = this.#byHash.get(hash);
    return first === undefined || first === id ? undefined : this.programs.get(first);
  }

  children(id: string): number {
    return this.#children.get(id) ?? 0;
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

  #count({ stage, outcome: { failure, cost } }: CaseRecord): void {
    this.cases.finished += 1;
    if (stage === this.started?.stages.at(-1)?.name) this.evaluations += 1;
    if (failure !== undefined) this.cases.failed += 1;
    this.cases.cost += cost ?? 0;
  }

  #reject(rejection: RejectionRecord): void {
    const { program: id, stage } = rejection;
    this.rejections.push(rejection);
    this.rejectionsByStage[stage] = (this.rejectionsByStage[stage] ?? 0) + 1;
    // A program that reached a stage of the problem was run.
    if (!engineStages.includes(stage)) this.tried += 1;
    if (rejection.saved !== undefined) {
      this.raced.programs += 1;
      this.raced.saved += rejection.saved;
    }
    if (id === null) {
      // Without a program the proposal itself is counted here; with one it was when the program was proposed.
      this.proposals += 1;
      this.#proposers.failed(rejection.proposer, rejection);
      this.#yields.failed(rejection.proposer, rejection.details);
      return;
    }
    const record = this.#settle(id);
    if (rejection.excused === true) this.#ofText.set(record.program.hash, this.casesOf(id));
    this.#cases.delete(id);
    this.programs.set(id, { ...record, state: 'rejected', rejection });
    if (rejection.excused === true && this.#byHash.get(record.program.hash) === id) this.#byHash.delete(record.program.hash);
  }

  #judge({ program: id, statistics, ...verdict }: EvolutionEvents['program-judged']): void {
    this.tried += 1;
    this.statistics = statistics;
    const { score, archive } = verdict;
    const record: JudgedRecord = { ...this.#settle(id), state: 'judged', verdict, tried: this.tried };
    this.programs.set(id, record);
    this.#yieldJudged(record);
    this.judged.push(record);
    this.archived.push({ added: record });
    for (const gone of archive.removed) this.#elites.delete(gone);
    for (const { id: mover, cell } of archive.moved ?? []) {
      const elite = this.#elites.get(mover);
      if (elite !== undefined) this.#elites.set(mover, { ...elite, cell });
    }
    if (archive.status > 0) this.#elites.set(id, eliteOf(record));
    this.#bestCases.take(score, this.casesOf(id, this.started?.stages.at(-1)?.name));
    if (this.leader === null || score.value > this.leader.verdict.score.value) this.leader = record;
    else this.#cases.delete(id);
  }

  #yieldCase({ subject, stage, outcome }: CaseRecord): void {
    const record = this.programs.get(subject);
    if (record === undefined || record.program.proposer === SEED || this.started?.stages.some(({ name }) => name === stage) !== true) return;
    this.#yields.case(sourceOf(record), outcome.cost ?? 0);
  }

  #yieldJudged(record: JudgedRecord): void {
    const { program, details, verdict } = record;
    if (program.proposer === SEED) return;
    const gain = gainOf(record, this.programs);
    this.#yields.judged(sourceOf(record), { gain, entered: verdict.archive.status > 0 });
    this.#experiments.judged(program, details, gain);
  }

  #changeCourse(payload: EvolutionEvents['course-changed']): void {
    const { action, removed = [], spawned } = payload;
    this.courses.push(payload);
    if ('use' in action) this.course = { ...this.course, weights: action.use };
    if ('text' in action) this.course = { ...this.course, text: action.text };
    for (const id of removed) this.#remove(id);
    if (spawned === undefined) return;
    this.archived.push({ spawned: spawned.from });
    for (const { id, cell } of spawned.placed) this.#elites.set(id, { ...eliteOf(this.#record(id) as JudgedRecord), cell });
  }

  #remove(id: string): void {
    this.archived.push({ removed: id });
    this.#elites.delete(id);
  }

  #ban(id: string): void {
    this.#remove(id);
    if (this.champion?.program.id === id) this.champion = null;
    if (this.leader?.program.id !== id) return;
    this.leader = null;
    for (const record of this.judged) {
      if (!this.banned.has(record.program.id) && (this.leader === null || record.verdict.score.value > (this.leader as JudgedRecord).verdict.score.value)) this.leader = record;
    }
  }

  /** The record with how many programs were settled since its parents were chosen. */
  #aged(record: ProgramRecord): ProgramRecord {
    const { id } = record.program;
    const chosenAt = this.#chosenAt.get(id);
    if (chosenAt === undefined) return record;
    this.#chosenAt.delete(id);
    const staleness = this.settled.length - chosenAt;
    const { programs, mean, largest } = this.staleness;
    this.staleness = { programs: programs + 1, mean: ((mean ?? 0) * programs + staleness) / (programs + 1), largest: Math.max(largest, staleness) };
    return { ...record, staleness };
  }

  /** A proposal of which there is neither a program nor a failure is made again, and keeps again what it kept. */
  #forgetCutOff(): void {
    const ended = new Set([...this.programs.values(), ...this.rejections].map(({ ordinal }) => ordinal));
    this.memories = this.memories.filter(({ ordinal }) => ended.has(ordinal));
  }

  #settle(id: string): ProgramRecord {
    const record = this.#aged(this.#record(id));
    this.settled.push(id);
    this.#models.settled(ordinalOf(id));
    this.#pending.delete(id);
    return record;
  }

  #record(id: string): ProgramRecord {
    const record = this.programs.get(id);
    if (record === undefined) throw new EvospiceError('EVOLUTION_EVENTS', `the events speak of program ${id} before it was proposed`, { received: id, expected: 'the events of an evolution, from the first one on' });
    return record;
  }
}

/** Reads what a run has stored so far. @throws EvospiceError `RUN_FORMAT`, `EVOLUTION_EVENTS` */
export async function readRun(log: Pick<RunLog, 'events'>): Promise<RunView> {
  const current = currentEvents();
  const fold = new RunFold();
  for await (const event of log.events()) fold.apply(current(event));
  return fold;
}

/** Folds events in order, from the first one on. @throws like {@link readRun} */
export function foldRun(events: Iterable<StoredEvent>): RunView {
  const current = currentEvents();
  const fold = new RunFold();
  for (const event of events) fold.apply(current(event));
  return fold;
}

/** Where a child's costs and gains are counted. */
function sourceOf({ program: { proposer, operator }, details: { model } }: Pick<ProgramRecord, 'program' | 'details'>): YieldSource {
  return { proposer, operator, ...defined({ model: typeof model === 'string' ? model : undefined }) };
}

function eliteOf(record: JudgedRecord): Elite {
  return { ...entryOf(record, record.verdict), cell: record.verdict.archive.cell };
}

function compareCells(a: readonly number[], b: readonly number[]): number {
  for (const [axis, coordinate] of a.entries()) {
    const difference = coordinate - (b[axis] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
