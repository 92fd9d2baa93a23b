import { defined, describeError, EvospiceError, REFERENCE_STAGE, type AddResult, type Program, type ProgramText } from '@evospice/contracts';
import type { CaseRunner } from '../cascade/case-runner.ts';
import { judge } from '../cascade/cascade.ts';
import type { EvolutionEvents, Verdict } from '../events.ts';
import { proposalLimit } from '../settings/evolution-settings.ts';
import { entryOf } from '../view/entry-of.ts';
import { dueAction } from '../course/due-action.ts';
import { takeAction } from '../course/take-action.ts';
import { Grader } from '../grading/grader.ts';
import { ordinalOf } from '../view/program-id.ts';
import { refill } from '../view/refill.ts';
import type { ProgramRecord } from '../view/run-view.ts';
import { NoveltyGate } from '../novelty/novelty-gate.ts';
import { presentChampion } from './champion.ts';
import { drive } from './drive.ts';
import { Feedback } from './feedback.ts';
import type { Journal } from './journal.ts';
import { propose, seedProgram } from './propose.ts';
import { runReferences } from './references.ts';
import { seedsOf, type EvolutionRequest } from './request.ts';
import { SteeringGate } from './steering-gate.ts';
import { StopRules } from './stop-rules.ts';

/** Proposals that may fail in a row before the run stops: by then it is not the programs but the proposers. */
const MOST_FAILED_PROPOSALS = 25;

export interface EvolutionParts {
  readonly request: EvolutionRequest;
  readonly journal: Journal;
  readonly cases: CaseRunner;
  readonly signal: AbortSignal;
  readonly stop: AbortController;
}

/** One evolution in progress. All of its state but what is in flight is the journal's view and the archive made from it. */
export class Evolution {
  readonly #request: EvolutionRequest;
  readonly #journal: Journal;
  readonly #cases: CaseRunner;
  readonly #seeds: readonly ProgramText[];
  readonly #signal: AbortSignal;
  readonly #stop: AbortController;
  readonly #feedback: Feedback;
  readonly #rules: StopRules;
  readonly #gate: SteeringGate;
  readonly #novelty: NoveltyGate | undefined;
  readonly #grader: Grader | undefined;
  /** Programs that a kill left half-way, oldest first. */
  readonly #cutOff: ProgramRecord[];
  /** Places in the order of proposals that are stored or in flight; `#free` is the first that is not. */
  readonly #taken: Set<number>;
  #free = 1;
  /** Of those in flight, the ones with no event yet. */
  #proposing = 0;
  #failedInARow = 0;

  constructor({ request, journal, cases, signal, stop }: EvolutionParts) {
    this.#request = request;
    this.#journal = journal;
    this.#cases = cases;
    this.#seeds = seedsOf(request);
    this.#signal = signal;
    this.#stop = stop;
    const { view } = journal;
    this.#feedback = new Feedback(request.proposers, view);
    this.#rules = new StopRules(request);
    this.#gate = new SteeringGate({ archive: request.archive, journal, signal });
    this.#novelty = noveltyOf(request, { journal, signal });
    this.#grader = graderOf(request, { journal, signal });
    this.#cutOff = [...view.pending];
    this.#taken = new Set([...view.programs.values(), ...view.rejections].map(({ ordinal }) => ordinal));
  }

  async run(): Promise<void> {
    const { settings, problem, archive } = this.#request;
    this.#restoreArchive();
    this.#feedback.replay();
    await runReferences(problem.references ?? [], { cases: this.#cases, workers: settings.workers, stop: this.#stop, signal: this.#signal });
    this.#tellReferences();
    this.#crown();
    for (const { program } of this.#journal.view.champions) await this.#present(program);
    const disconnect = this.#request.steering?.((steering) => this.#gate.steer(steering));
    try {
      await drive({
        workers: settings.workers, stop: this.#stop, next: (inFlight) => this.#next(inFlight),
        wake: () => this.#gate.changed(), waiting: () => this.#journal.view.paused && !this.#signal.aborted,
      });
    } finally {
      disconnect?.();
    }
    this.#signal.throwIfAborted();
    this.#crown();
    const { view } = this.#journal;
    this.#journal.write('run-finished', {
      programs: view.tried, champion: view.champion?.program.id ?? null, statistics: archive.statistics(), ...defined({ because: this.#rules.reason(view) }),
    });
  }

  #tellReferences(): void {
    const { problem } = this.#request;
    const { references = [] } = problem;
    if (references.length === 0) return;
    problem.referenced?.(references.flatMap(({ name }) => this.#journal.view.casesOf(name, REFERENCE_STAGE).map(({ outcome }) => ({ name, outcome }))));
  }

  /** What to do next: first what was cut off, then the seed programs, then proposals. */
  #next(inFlight: number): (() => Promise<void>) | undefined {
    if (this.#signal.aborted || this.#journal.view.paused) return undefined;
    const cutOff = this.#cutOff.shift();
    if (cutOff !== undefined) return () => this.#work(cutOff.program);
    const { settings, archive, problem } = this.#request;
    const { view } = this.#journal;
    // What is in flight may be turned away before it counts; then there will be another call.
    if (view.tried + inFlight >= settings.programs || view.proposals + this.#proposing >= proposalLimit(settings) || this.#rules.reason(view) !== undefined) return undefined;
    while (this.#taken.delete(this.#free)) this.#free += 1;
    const ordinal = this.#free;
    const seed = this.#seeds[ordinal - 1];
    if (seed === undefined && archive.size === 0 && (problem.blank === undefined || this.#seeds.length > 0)) {
      if (inFlight > 0) return undefined;
      throw this.#noProgram();
    }
    if (seed === undefined) this.#changeCourse();
    this.#taken.add(ordinal);
    this.#proposing += 1;
    return seed === undefined ? () => this.#propose(ordinal) : () => this.#begin({ program: seedProgram(ordinal, seed), details: {} });
  }

  /** Does something about a champion that has stayed the same for long, before the next proposal is made. */
  #changeCourse(): void {
    const { settings, archive } = this.#request;
    const { view } = this.#journal;
    const due = dueAction(settings.stagnation, view);
    if (due !== undefined) this.#journal.write('course-changed', takeAction(due, archive, view));
  }

  async #propose(ordinal: number): Promise<void> {
    const { settings, proposers, archive, selector, problem, brief } = this.#request;
    const outcome = await propose(ordinal, {
      proposers: weighted(proposers, this.#journal.view.course.weights), archive, selector, problem, brief, journal: this.#journal, signal: this.#signal, seed: settings.seed, parents: settings.parents,
    });
    if ('program' in outcome) {
      this.#failedInARow = 0;
      return this.#begin(outcome);
    }
    this.#proposing -= 1;
    this.#failedInARow += 1;
    this.#journal.write('program-rejected', outcome.failed);
    await this.#journal.stored();
    if (this.#failedInARow < MOST_FAILED_PROPOSALS) return;
    throw proposersFailed(outcome.failed.code, outcome.error);
  }

  async #begin({ program, details, island, settled }: EvolutionEvents['program-proposed']): Promise<void> {
    this.#proposing -= 1;
    this.#journal.write('program-proposed', { program, details, ...defined({ island, settled }) });
    await this.#work(program);
  }

  async #work(program: Program): Promise<void> {
    const { problem, archive, settings } = this.#request;
    const judgement = await judge(program, { problem, archive, cases: this.#cases, view: this.#journal.view, race: settings.race, novelty: this.#novelty, grader: this.#grader });
    if ('verdict' in judgement) this.#keep(program, judgement.verdict);
    else {
      const { rejection, excused, saved } = judgement;
      this.#journal.write('program-rejected', {
        program: program.id, proposer: program.proposer, ...rejection, ordinal: ordinalOf(program.id), ...defined({ excused, saved }),
      });
    }
    this.#feedback.settled(program.id);
    if (this.#crown()) await this.#present(program.id);
    await this.#journal.stored();
  }

  #keep(program: Program, verdict: Omit<Verdict, 'archive'>): void {
    const { archive } = this.#request;
    const [added] = archive.add([entryOf(this.#journal.view.programs.get(program.id) as ProgramRecord, verdict)]);
    this.#journal.write('program-judged', { program: program.id, ...verdict, archive: added as AddResult, statistics: archive.statistics() });
  }

  /** Makes the best program champion if it is not. */
  #crown(): boolean {
    const { leader, champion } = this.#journal.view;
    if (leader === null || leader.program.id === champion?.program.id) return false;
    this.#journal.write('champion-changed', { program: leader.program.id, score: leader.verdict.score.value, previous: champion?.program.id ?? null });
    return true;
  }

  #present(id: string): Promise<void> {
    const { program } = this.#journal.view.programs.get(id) as ProgramRecord;
    return presentChampion(program, { ...this.#request, journal: this.#journal, cases: this.#cases, signal: this.#signal });
  }

  #restoreArchive(): void {
    refill(this.#request.archive, this.#journal.view, ({ program, verdict }, { status }) => {
      if (status === verdict.archive.status) return;
      throw new EvospiceError('EVOLUTION_EVENTS', `the archive takes program ${program.id} otherwise than it did when the run was stored`, {
        received: status, expected: `status ${verdict.archive.status}`, remedy: 'resume with the archive and the options that the run began with',
      });
    });
  }

  #noProgram(): EvospiceError {
    const reasons = this.#journal.view.rejections.map(({ program, stage, reason }) => `${program ?? 'a proposal'} at ${stage}: ${reason}`);
    return new EvospiceError('EVOLUTION_NO_PROGRAM', `not one seed program could be judged: ${reasons.join('; ')}`, {
      expected: 'at least one seed program that passes every stage', remedy: 'correct the seed programs',
    });
  }
}

/** Proposers with the weights of the course that the run has taken; those of weight 0 are not asked. */
function weighted(proposers: EvolutionRequest['proposers'], weights: Readonly<Record<string, number>>): EvolutionRequest['proposers'] {
  return proposers.map((one) => ({ ...one, weight: weights[one.name ?? one.proposer.name] ?? one.weight })).filter(({ weight }) => weight > 0);
}

function noveltyOf({ settings: { novelty }, proposers, models = {}, problem, logger }: EvolutionRequest, parts: Pick<EvolutionParts, 'journal' | 'signal'>): NoveltyGate | undefined {
  if (novelty === undefined) return undefined;
  const tuners = new Set(proposers.filter(({ proposer }) => proposer.tunesNumbers === true).map(({ proposer, name = proposer.name }) => name));
  return new NoveltyGate({ ...parts, settings: novelty, tuners, embedding: models.embedding, judge: models.judge, goal: problem.brief.goal, logger });
}

function graderOf({ settings: { feedback }, models = {}, problem, archive, logger }: EvolutionRequest, parts: Pick<EvolutionParts, 'journal' | 'signal'>): Grader | undefined {
  if (feedback === undefined || models.feedback === undefined) return undefined;
  return new Grader({ ...parts, settings: feedback, model: models.feedback, shape: archive.shape, goal: problem.brief.goal, logger });
}

/** Says the last failure in its own words, and what it says to do. */
function proposersFailed(code: string, error: unknown): EvospiceError {
  const { message, remedy } = EvospiceError.is(error) ? error : { message: describeError(error), remedy: undefined };
  return new EvospiceError('EVOLUTION_PROPOSERS', `the last ${MOST_FAILED_PROPOSALS} proposals all failed; the last one: ${message}`, {
    received: code, expected: 'a proposer that makes a program now and then', cause: error,
    remedy: `${remedy ?? 'see to the cause'}; then resume the run`,
  });
}
