import { EvospiceError, type Curve, type SimulationOutcome, type SimulationRequest, type SimulatorSession, type Testbench } from '@evospice/kernel';
import { compileDecks } from '../circuit/compile.ts';
import type { Deck } from '../circuit/deck.ts';
import { modelStatementOf, type ModelStatement } from '../circuit/model-statement.ts';
import { refuseTestbench } from '../circuit/check-testbench.ts';
import { EngineGone, type Engine, type EngineSource } from '../engine/engine.ts';
import { failure, runCandidate } from './candidate-run.ts';
import { checkParameters } from './check-parameters.ts';
import { CircuitShelf } from './circuit-shelf.ts';
import { isFatalParameter } from './log.ts';
import { searchLadder, type Search } from './search.ts';
import { StopWatch } from './stop-watch.ts';

export interface SessionLimits {
  /** How hard to look for the operating points of a curve that was lost among the others. */
  readonly search: Search;
  /** Time one candidate may take, ms. */
  readonly deadlineMs: number;
  /** Simulations after which the engine is started anew, because its memory grows with each. */
  readonly simulationsALife: number;
  /** Deaths in a row, without one answer between them, after which the session gives up. */
  readonly deathsInARow: number;
}

/** Why an engine was started anew. */
export interface Restart {
  readonly reason: 'deadline' | 'cancelled' | 'died' | 'memory';
  /** Last lines it printed. */
  readonly log: string;
}

/** What a cancelled simulation may still take, ms, before its engine is ended. */
const CANCEL_GRACE_MS = 200;
const RESTARTS_KEPT = 100;
/** Sets of curves whose circuits are remembered. */
const SUBSETS_KEPT = 16;

/** A testbench open in ngspice, over whichever engine. */
export class NgspiceSession implements SimulatorSession {
  readonly #testbench: Testbench;
  readonly #model: ModelStatement;
  readonly #source: EngineSource;
  readonly #limits: SessionLimits;
  readonly #subsets = new Map<string, readonly Deck[]>();
  readonly #singles = new Map<string, readonly Deck[]>();
  readonly #restarts: Restart[] = [];
  #engine: Engine | undefined;
  #shelf: CircuitShelf | undefined;
  #simulations = 0;
  #deaths = 0;
  #decksMade = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  private constructor(testbench: Testbench, model: ModelStatement, source: EngineSource, limits: SessionLimits) {
    this.#testbench = testbench;
    this.#model = model;
    this.#source = source;
    this.#limits = limits;
  }

  /** @throws EvospiceError as `Simulator.open`. */
  static async open(testbench: Testbench, source: EngineSource, limits: SessionLimits, signal?: AbortSignal): Promise<NgspiceSession> {
    refuseTestbench(testbench);
    const session = new NgspiceSession(testbench, modelStatementOf(testbench.card, testbench.device), source, limits);
    try {
      await session.#prepare(signal);
      return session;
    } catch (error) {
      await session.close();
      if (error instanceof EngineGone) throw openError(error, testbench);
      throw error;
    }
  }

  /** Engines started anew so far and why, oldest first; the last hundred. */
  get restarts(): readonly Restart[] {
    return this.#restarts;
  }

  async simulate(request: SimulationRequest, options: { readonly signal?: AbortSignal } = {}): Promise<readonly SimulationOutcome[]> {
    this.#refuseClosed();
    const curves = this.#curvesOf(request.curves);
    const candidates = request.candidates.map((candidate, index) => this.#valuesOf(candidate, index));
    const turn = this.#queue.then(() => this.#simulateAll(candidates, curves, options.signal));
    this.#queue = turn.catch(() => {
      // The caller of this turn is told; the next turn starts afresh.
    });
    return await turn;
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.then(() => this.#end());
    return this.#closing;
  }

  async #simulateAll(
    candidates: readonly Readonly<Record<string, number>>[], curves: readonly Curve[], signal: AbortSignal | undefined,
  ): Promise<readonly SimulationOutcome[]> {
    const outcomes: SimulationOutcome[] = [];
    for (const values of candidates) outcomes.push(await this.#simulateOne(values, curves, signal));
    return outcomes;
  }

  async #simulateOne(values: Readonly<Record<string, number>>, curves: readonly Curve[], signal: AbortSignal | undefined): Promise<SimulationOutcome> {
    if (signal?.aborted === true || this.#closing !== undefined) return failure('CANCELLED', 'the caller cancelled');
    if (curves.length === 0) return { ok: true, curves: [] };
    const watch = new StopWatch(this.#limits.deadlineMs, CANCEL_GRACE_MS, signal);
    try {
      const outcome = await this.#attempt(values, curves, watch.signal);
      this.#deaths = 0;
      this.#simulations += 1;
      if (this.#simulations >= this.#limits.simulationsALife) await this.#discardEngine({ reason: 'memory', log: '' });
      return outcome;
    } catch (error) {
      if (!(error instanceof EngineGone)) throw error;
      await this.#discardEngine({ reason: error.end, log: error.log.slice(-2000) });
      return this.#outcomeOf(error);
    } finally {
      watch.end();
    }
  }

  async #attempt(values: Readonly<Record<string, number>>, curves: readonly Curve[], stop: AbortSignal): Promise<SimulationOutcome> {
    const engine = await this.#startedEngine();
    const loadOnly = Object.fromEntries(Object.entries(values).filter(([name]) => this.#model.loadOnly(name)));
    const live = Object.fromEntries(Object.entries(values).filter(([name]) => !this.#model.loadOnly(name)));
    const anew = Object.keys(loadOnly).length > 0;
    const shelf = anew ? new CircuitShelf(engine, this.#model.text(loadOnly)) : this.#shelf as CircuitShelf;
    const outcome = await runCandidate({
      engine, shelf, curves, decks: this.#decksOf(curves), single: (curve) => this.#singleOf(curve), values: live, stop,
      ladder: searchLadder(this.#limits.search),
    });
    if (anew) await shelf.clear();
    return outcome;
  }

  #outcomeOf(gone: EngineGone): SimulationOutcome {
    if (gone.end === 'deadline') return failure('DEADLINE', `not done after ${this.#limits.deadlineMs} ms`);
    if (gone.end === 'cancelled') return failure('CANCELLED', 'the caller cancelled');
    if (isFatalParameter(gone.log)) {
      return failure('PARAMETER_REFUSED', gone.log.split('\n').find((line) => /\bFatal\b/i.test(line))?.trim() ?? gone.message);
    }
    this.#deaths += 1;
    if (this.#deaths < this.#limits.deathsInARow) return failure('CRASHED', gone.message);
    throw new EvospiceError('SIMULATOR_CRASHED', `ngspice died ${this.#deaths} times in a row`, {
      met: gone.log.slice(-500), expected: 'an answer between deaths', remedy: 'run the task with `evospice simulate` and look at the card', cause: gone,
    });
  }

  async #prepare(signal: AbortSignal | undefined): Promise<void> {
    const watch = new StopWatch(Math.max(this.#limits.deadlineMs, 30_000), 0, signal);
    try {
      this.#engine = await this.#source.start();
      const [first] = this.#testbench.curves;
      if (first === undefined) return;
      await checkParameters(this.#engine, this.#testbench, this.#model, this.#singleOf(first.id)[0] as Deck, watch.signal);
      this.#shelf = new CircuitShelf(this.#engine, this.#model.text({}));
      await this.#shelf.load(this.#decksOf(this.#testbench.curves), watch.signal);
    } finally {
      watch.end();
    }
  }

  async #startedEngine(): Promise<Engine> {
    if (this.#engine === undefined) {
      this.#engine = await this.#source.start();
      this.#shelf = new CircuitShelf(this.#engine, this.#model.text({}));
      this.#simulations = 0;
    }
    return this.#engine;
  }

  async #discardEngine(restart: Restart): Promise<void> {
    this.#restarts.push(restart);
    if (this.#restarts.length > RESTARTS_KEPT) this.#restarts.shift();
    await this.#releaseEngine();
  }

  async #releaseEngine(): Promise<void> {
    const engine = this.#engine;
    const shelf = this.#shelf;
    this.#engine = undefined;
    this.#shelf = undefined;
    if (engine === undefined) return;
    try {
      await shelf?.clear();
    } catch (error) {
      // An engine that is gone has nothing left to clear.
      if (!(error instanceof EngineGone)) throw error;
    } finally {
      await engine.release();
    }
  }

  async #end(): Promise<void> {
    await this.#releaseEngine();
  }

  #decksOf(curves: readonly Curve[]): readonly Deck[] {
    const key = curves.map((curve) => curve.id).join('\n');
    const known = this.#subsets.get(key);
    if (known !== undefined) return known;
    if (this.#subsets.size >= SUBSETS_KEPT) this.#subsets.delete(this.#subsets.keys().next().value as string);
    const decks = compileDecks(this.#testbench, curves, this.#nextPrefix());
    this.#subsets.set(key, decks);
    return decks;
  }

  #singleOf(id: string): readonly Deck[] {
    const known = this.#singles.get(id);
    if (known !== undefined) return known;
    const curves = this.#testbench.curves.filter((curve) => curve.id === id);
    const decks = compileDecks(this.#testbench, curves, this.#nextPrefix());
    this.#singles.set(id, decks);
    return decks;
  }

  #nextPrefix(): string {
    this.#decksMade += 1;
    return `evospice ${this.#decksMade}`;
  }

  /** In the order of the testbench, each once, so that equal sets share circuits. */
  #curvesOf(ids: readonly string[] | undefined): readonly Curve[] {
    const { curves } = this.#testbench;
    if (ids === undefined) return curves;
    const unknown = ids.find((id) => !curves.some((curve) => curve.id === id));
    if (unknown !== undefined) {
      throw new EvospiceError('SIMULATOR_REQUEST', `the testbench has no curve "${unknown}"`, {
        met: unknown, expected: `one of ${curves.map((curve) => curve.id).join(', ')}`,
      });
    }
    return ids.map((id) => curves.find((curve) => curve.id === id) as Curve);
  }

  #valuesOf(candidate: ArrayLike<number>, index: number): Readonly<Record<string, number>> {
    const values = Array.from(candidate);
    const { parameters } = this.#testbench;
    if (values.length !== parameters.length) {
      throw new EvospiceError('SIMULATOR_REQUEST', `candidate ${index} has ${values.length} values`, { met: values.length, expected: `${parameters.length} values` });
    }
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) {
      throw new EvospiceError('SIMULATOR_REQUEST', `candidate ${index} has a value for ${parameters[bad] ?? ''} that is not finite`, {
        met: String(values[bad]), expected: 'a finite number',
      });
    }
    return Object.fromEntries(parameters.map((name, at) => [name, values[at] as number]));
  }

  #refuseClosed(): void {
    if (this.#closing === undefined) return;
    throw new EvospiceError('SIMULATOR_CLOSED', 'this session is closed', { expected: 'an open session', remedy: 'open another one' });
  }
}

function openError(gone: EngineGone, testbench: Testbench): EvospiceError {
  const code = gone.end === 'died' ? 'SIMULATOR_MODEL' : 'SIMULATOR_TESTBENCH';
  return new EvospiceError(code, `ngspice did not accept the testbench ${testbench.id}: ${gone.message}`, {
    met: gone.log.slice(-500), expected: 'a circuit that ngspice loads', remedy: 'check the card', file: testbench.card.file, cause: gone,
  });
}
