import { EvospiceError, type AddResult, type ArchiveEntry, type Program, type Task } from '@evospice/contracts';
import { judge } from '../cascade/cascade.ts';
import type { CascadeParts, Judged, StaticCheck } from '../cascade/verdict.ts';
import type { Extractor } from '../cascade/extractor.ts';
import { smallestTask } from '../cascade/probe.ts';
import { isTroubleCode } from '../jobs/simulator-trouble.ts';
import { proposalLimit } from '../settings/evolution-settings.ts';
import type { EvaluatedRecord, ProgramRecord } from '../view/run-view.ts';
import { runBaselines } from './baselines.ts';
import { briefOf } from './brief.ts';
import { presentChampion } from './champion.ts';
import { drive } from './drive.ts';
import type { Journal } from './journal.ts';
import { propose, seedProgram } from './propose.ts';
import type { EvolutionRequest } from './request.ts';

/** Proposals that may fail in a row before the run stops: by then it is not the programs but the proposers. */
const MOST_FAILED_PROPOSALS = 25;

export interface EvolutionParts {
  readonly request: EvolutionRequest;
  readonly journal: Journal;
  readonly extractor: Extractor;
  readonly signal: AbortSignal;
  readonly stop: AbortController;
  readonly check: StaticCheck;
}

/** One evolution in progress. All of its state but what is in flight is the journal's view and the archive made from it. */
export class Evolution {
  readonly #request: EvolutionRequest;
  readonly #journal: Journal;
  readonly #extractor: Extractor;
  readonly #signal: AbortSignal;
  readonly #stop: AbortController;
  readonly #cascade: CascadeParts;
  /** Programs that a kill left half-way, oldest first. */
  readonly #cutOff: ProgramRecord[];
  /** Places in the order of proposals that are stored or in flight. */
  readonly #taken: Set<number>;
  /** Of those in flight, the ones with no event yet. */
  #proposing = 0;
  #failedInARow = 0;
  #crowning: Promise<unknown> = Promise.resolve();

  constructor({ request, journal, extractor, signal, stop, check }: EvolutionParts) {
    this.#request = request;
    this.#journal = journal;
    this.#extractor = extractor;
    this.#signal = signal;
    this.#stop = stop;
    const { view } = journal;
    this.#cutOff = [...view.pending];
    this.#taken = new Set([...view.programs.values(), ...view.rejections].map(({ ordinal }) => ordinal));
    const { settings, tasks, scorer, descriptors } = request;
    this.#cascade = {
      settings, scorer, descriptors, check, extractor,
      tasks: { train: tasks.train, probe: tasks.probe ?? (smallestTask(tasks.train) as Task) },
      twin: (program) => this.#twinOf(program),
    };
  }

  async run(): Promise<void> {
    const { settings, tasks, archive, baselines = [] } = this.#request;
    this.#restoreArchive();
    await runBaselines(baselines, { settings, tasks, extractor: this.#extractor, stop: this.#stop, signal: this.#signal });
    await this.#crown();
    for (const { program } of this.#journal.view.champions) await this.#present(program);
    await drive({ workers: settings.workers, stop: this.#stop, next: (inFlight) => this.#next(inFlight) });
    this.#signal.throwIfAborted();
    const { evaluations, champion } = this.#journal.view;
    await this.#journal.write('run-finished', { evaluations, champion: champion?.program.id ?? null, statistics: archive.statistics() });
  }

  /** What to do next: first what was cut off, then the seed programs, then proposals. */
  #next(inFlight: number): (() => Promise<void>) | undefined {
    if (this.#signal.aborted) return undefined;
    const cutOff = this.#cutOff.shift();
    if (cutOff !== undefined) return () => this.#work(cutOff.program);
    const { settings, seedPrograms, archive } = this.#request;
    const { view } = this.#journal;
    // What is in flight may be turned away before it counts; then there will be another call.
    if (view.evaluations + inFlight >= settings.evaluations || view.proposals + this.#proposing >= proposalLimit(settings)) return undefined;
    const ordinal = this.#nextOrdinal();
    const seed = seedPrograms[ordinal - 1];
    if (seed === undefined && archive.size === 0) {
      if (inFlight > 0) return undefined;
      throw this.#noProgram();
    }
    this.#taken.add(ordinal);
    this.#proposing += 1;
    return seed === undefined ? () => this.#propose(ordinal) : () => this.#begin(seedProgram(ordinal, seed), {});
  }

  #nextOrdinal(): number {
    let ordinal = 1;
    while (this.#taken.has(ordinal)) ordinal += 1;
    return ordinal;
  }

  async #propose(ordinal: number): Promise<void> {
    const { settings, proposers, archive, selector, brief, tasks } = this.#request;
    const { view } = this.#journal;
    const outcome = await propose(ordinal, {
      proposers, archive, selector, view, signal: this.#signal, seed: settings.seed, parents: settings.parents, brief: briefOf({ settings, tasks, view, brief }),
    });
    if ('program' in outcome) {
      this.#failedInARow = 0;
      return this.#begin(outcome.program, outcome.details);
    }
    this.#failedInARow += 1;
    await this.#journal.write('program-rejected', outcome.failed);
    this.#proposing -= 1;
    if (this.#failedInARow < MOST_FAILED_PROPOSALS) return;
    throw new EvospiceError('EVOLUTION_PROPOSERS', `the last ${MOST_FAILED_PROPOSALS} proposals all failed; the last one: ${outcome.failed.reason}`, {
      received: outcome.failed.code, expected: 'a proposer that makes a program now and then', remedy: 'see to the cause and resume the run',
    });
  }

  async #begin(program: Program, details: Readonly<Record<string, string | number>>): Promise<void> {
    await this.#journal.write('program-proposed', { program, details });
    this.#proposing -= 1;
    await this.#work(program);
  }

  async #work(program: Program): Promise<void> {
    const verdict = await judge(program, this.#cascade);
    if (verdict.passed) await this.#keep(program, verdict);
    else {
      const { stage, code, reason } = verdict;
      await this.#journal.write('program-rejected', { program: program.id, proposer: program.proposer, stage, code, reason });
    }
    if (await this.#crown()) await this.#present(program.id);
  }

  async #keep(program: Program, { score, measures }: Judged): Promise<void> {
    const { archive } = this.#request;
    const [result] = archive.add([entryOf(program, score.value, measures)]);
    const { status, value, cell } = result as AddResult;
    await this.#journal.write('program-evaluated', { program: program.id, score, measures, archive: { status, value, cell }, statistics: archive.statistics() });
  }

  /** Makes the best program champion if it is not; the earlier one at a tie. */
  #crown(): Promise<boolean> {
    // One after another: two programs that were judged at the same time must not both be crowned.
    const crowned = this.#crowning.then(() => this.#crownBest());
    this.#crowning = crowned.catch(() => undefined);
    return crowned;
  }

  async #crownBest(): Promise<boolean> {
    const { evaluated, champion } = this.#journal.view;
    const best = evaluated.reduce<EvaluatedRecord | undefined>((top, record) => (top === undefined || record.verdict.score.value > top.verdict.score.value ? record : top), undefined);
    if (best === undefined || best.program.id === champion?.program.id) return false;
    await this.#journal.write('champion-changed', { program: best.program.id, score: best.verdict.score.value, previous: champion?.program.id ?? null });
    return true;
  }

  #present(id: string): Promise<void> {
    const { program } = this.#journal.view.programs.get(id) as ProgramRecord;
    return presentChampion(program, { ...this.#request, journal: this.#journal, extractor: this.#extractor });
  }

  /** The program proposed before this one with the same hash; one that was turned away for the simulator's sake does not count. */
  #twinOf(program: Program): ProgramRecord | undefined {
    for (const record of this.#journal.view.programs.values()) {
      if (record.program.id === program.id) return undefined;
      if (record.program.hash === program.hash && !isExcused(record)) return record;
    }
    return undefined;
  }

  #restoreArchive(): void {
    const { archive } = this.#request;
    for (const { program, verdict } of this.#journal.view.evaluated) {
      const [result] = archive.add([entryOf(program, verdict.score.value, verdict.measures)]);
      if (result?.status === verdict.archive.status) continue;
      throw new EvospiceError('EVOLUTION_EVENTS', `the archive takes program ${program.id} otherwise than it did when the run was stored`, {
        received: result?.status, expected: `status ${verdict.archive.status}`, remedy: 'resume with the archive and the options that the run began with',
      });
    }
  }

  #noProgram(): EvospiceError {
    const reasons = this.#journal.view.rejections.map(({ program, stage, reason }) => `${program ?? 'a proposal'} at ${stage}: ${reason}`);
    return new EvospiceError('EVOLUTION_NO_PROGRAM', `not one seed program could be evaluated: ${reasons.join('; ')}`, {
      expected: 'at least one seed program that improves on the starting card', remedy: 'correct the seed programs, or give them more budget',
    });
  }
}

function entryOf({ id, parents }: Program, objective: number, measures: Readonly<Record<string, number>>): ArchiveEntry {
  return { id, objective, measures, parents };
}

function isExcused({ rejection }: ProgramRecord): boolean {
  return rejection !== undefined && isTroubleCode(rejection.code);
}
