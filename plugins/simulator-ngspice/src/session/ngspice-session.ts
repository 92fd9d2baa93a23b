import {
  EvospiceError, type Curve, type SimulationOutcome, type SimulationRequest, type SimulatorSession, type Testbench,
} from '@evospice/contracts';
import { compileDecks } from '../circuit/compile.ts';
import type { Deck } from '../circuit/deck.ts';
import { modelStatementOf, type ModelStatement } from '../circuit/model-statement.ts';
import { candidateValues, cutCurve, DeckShelf, refusedValues, refuseTestbench, requestedCurves } from '@evospice/testbench';
import { EngineGone, type Engine, type EngineSource } from '../engine/engine.ts';
import { complete, failure, outcomeOf, runTogether, type PartialRun, type RunGround, type Values } from './candidate-run.ts';
import { checkParameters } from './check-parameters.ts';
import { CircuitShelf } from './circuit-shelf.ts';
import { loadLibraries } from './libraries.ts';
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
/** Bias points that go to the engine in one request, and candidates: enough that the way there hardly counts. */
const POINTS_A_REQUEST = 40_000;
const CANDIDATES_A_REQUEST = 32;

/** A testbench open in ngspice, over whichever engine. */
export class NgspiceSession implements SimulatorSession {
  /** As opened, and as it is for the circuit that is loaded. */
  readonly #whole: Testbench;
  #testbench: Testbench;
  #model: ModelStatement;
  readonly #source: EngineSource;
  readonly #limits: SessionLimits;
  #decks: DeckShelf<Deck>;
  /** Values that the circuit loaded is for. */
  #circuit = '';
  readonly #restarts: Restart[] = [];
  #engine: Engine | undefined;
  #shelf: CircuitShelf | undefined;
  #simulations = 0;
  #deaths = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  private constructor(whole: Testbench, testbench: Testbench, source: EngineSource, limits: SessionLimits) {
    this.#whole = whole;
    this.#testbench = testbench;
    this.#decks = decksOf(testbench);
    this.#model = modelStatementOf(testbench.card, testbench.device, testbench.libraries);
    this.#source = source;
    this.#limits = limits;
  }

  /** @throws EvospiceError as `Simulator.open`. */
  static async open(testbench: Testbench, source: EngineSource, limits: SessionLimits, signal?: AbortSignal): Promise<NgspiceSession> {
    refuseTestbench(testbench);
    const session = new NgspiceSession(testbench, withoutCircuit(testbench), source, limits);
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
    const curves = requestedCurves(this.#testbench.curves, request.curves);
    const candidates = request.candidates.map((candidate, index) => this.#valuesOf(candidate, index));
    const turn = this.#queue.then(() => this.#simulateCircuits(candidates, curves, options.signal));
    this.#queue = turn.catch(() => {
      // The caller of this turn is told; the next turn starts afresh.
    });
    return await turn;
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue.then(() => this.#end());
    return this.#closing;
  }

  /** Candidates by the circuit they need; on one where no parameter changes it. */
  async #simulateCircuits(candidates: readonly Values[], curves: readonly Curve[], signal: AbortSignal | undefined): Promise<readonly SimulationOutcome[]> {
    const { circuit } = this.#whole;
    if (circuit === undefined) return this.#simulateAll(candidates, curves, signal);
    const outcomes: SimulationOutcome[] = [];
    const valuesOf = (index: number, names: readonly string[]): Values => Object.fromEntries(names.map((name) => [name, candidates[index]?.[name] as number]));
    for (const indices of Map.groupBy(candidates.keys(), (index) => JSON.stringify(valuesOf(index, circuit.parameters))).values()) {
      const refused = await this.#load(valuesOf(indices[0] as number, circuit.parameters)).catch(refusedValues);
      const onCard = indices.map((index) => valuesOf(index, this.#testbench.parameters));
      const found = refused === undefined ? await this.#simulateAll(onCard, curves, signal) : indices.map(() => refused);
      for (const [at, index] of indices.entries()) outcomes[index] = found[at] as SimulationOutcome;
    }
    return outcomes;
  }

  /** Takes the circuit for these values in place of the one before; the engine stays. @throws what `Testbench.circuit` raises */
  async #load(values: Values): Promise<undefined> {
    const key = JSON.stringify(values);
    if (this.#circuit === key) return;
    const testbench = { ...withoutCircuit(this.#whole), ...this.#whole.circuit?.of(values) };
    this.#model = modelStatementOf(testbench.card, testbench.device, testbench.libraries);
    this.#testbench = testbench;
    this.#decks = decksOf(testbench);
    this.#circuit = key;
    try {
      await this.#shelf?.clear();
      this.#shelf = this.#engine === undefined ? undefined : this.#newShelf(this.#engine);
    } catch (error) {
      if (!(error instanceof EngineGone)) throw error;
      await this.#discardEngine({ reason: error.end, log: error.log.slice(-2000) });
    }
  }

  async #simulateAll(candidates: readonly Values[], curves: readonly Curve[], signal: AbortSignal | undefined): Promise<readonly SimulationOutcome[]> {
    const outcomes: SimulationOutcome[] = [];
    while (outcomes.length < candidates.length) {
      const some = candidates.slice(outcomes.length, outcomes.length + this.#candidatesARequest(curves));
      outcomes.push(...await this.#simulateSome(some, curves, signal));
    }
    return outcomes;
  }

  #valuesOf(candidate: ArrayLike<number>, index: number): Values {
    const values = candidateValues(this.#whole, candidate, index);
    return Object.fromEntries(this.#whole.parameters.map((name, at) => [name, values[at] as number]));
  }

  /** One where each needs a circuit of its own. */
  #candidatesARequest(curves: readonly Curve[]): number {
    if (this.#testbench.parameters.some((name) => this.#model.loadOnly(name))) return 1;
    const points = curves.reduce((sum, curve) => sum + curve.x.length, 0);
    const life = this.#limits.simulationsALife - this.#simulations;
    return Math.max(1, Math.min(CANDIDATES_A_REQUEST, life, Math.floor(POINTS_A_REQUEST / Math.max(1, points))));
  }

  /**
   * Candidates in one request; those that Newton's method alone did not solve are completed one by one. Each has the
   * whole deadline: when the engine ends with several in hand, there is no telling whose fault it was, and they are run singly.
   */
  async #simulateSome(candidates: readonly Values[], curves: readonly Curve[], signal: AbortSignal | undefined): Promise<readonly SimulationOutcome[]> {
    if (this.#isCancelled(signal)) return candidates.map(cancelled);
    if (curves.length === 0) return candidates.map(() => ({ ok: true, curves: [] }));
    if (candidates.length === 1) return [await this.#simulateOne(candidates[0] as Values, curves, signal)];
    const begun = await this.#guarded(signal, async (stop) => await runTogether(await this.#ground(curves), candidates, stop));
    if (begun instanceof EngineGone && begun.end === 'cancelled') return candidates.map(cancelled);
    const outcomes: SimulationOutcome[] = [];
    for (const [index, values] of candidates.entries()) {
      const partial = begun instanceof EngineGone ? undefined : begun[index] as PartialRun;
      outcomes.push(await this.#simulateOne(values, curves, signal, partial));
    }
    return outcomes;
  }

  /** @param partial what was simulated already */
  async #simulateOne(values: Values, curves: readonly Curve[], signal: AbortSignal | undefined, partial?: PartialRun): Promise<SimulationOutcome> {
    if (partial === undefined && this.#isCancelled(signal)) return cancelled();
    const result = partial?.incomplete.length === 0
      ? outcomeOf(curves, partial.table)
      : await this.#guarded(signal, async (stop) => await this.#attempt(values, curves, stop, partial));
    if (result instanceof EngineGone) return this.#outcomeOf(result);
    this.#deaths = 0;
    this.#simulations += 1;
    if (this.#simulations >= this.#limits.simulationsALife || this.#engine?.worn === true) await this.#discardEngine({ reason: 'memory', log: '' });
    return result;
  }

  /** Does work under a deadline; an engine that ended is let go and what it said returned. */
  async #guarded<T>(signal: AbortSignal | undefined, work: (stop: AbortSignal) => Promise<T>): Promise<T | EngineGone> {
    const watch = new StopWatch(this.#limits.deadlineMs, CANCEL_GRACE_MS, signal);
    try {
      return await work(watch.signal);
    } catch (error) {
      if (!(error instanceof EngineGone)) throw error;
      await this.#discardEngine({ reason: error.end, log: error.log.slice(-2000) });
      return error;
    } finally {
      watch.end();
    }
  }

  async #attempt(values: Values, curves: readonly Curve[], stop: AbortSignal, partial: PartialRun | undefined): Promise<SimulationOutcome> {
    const loadOnly = Object.fromEntries(Object.entries(values).filter(([name]) => this.#model.loadOnly(name)));
    const anew = Object.keys(loadOnly).length > 0;
    const ground = await this.#ground(curves, anew ? loadOnly : undefined);
    const live = anew ? Object.fromEntries(Object.entries(values).filter(([name]) => !this.#model.loadOnly(name))) : values;
    const begun = partial ?? (await runTogether(ground, [live], stop))[0] as PartialRun;
    const outcome = await complete(ground, live, begun, stop);
    if (anew) await ground.shelf.clear();
    return outcome;
  }

  /** @param loadOnly values that a circuit must be loaded with; those of the card when left out */
  async #ground(curves: readonly Curve[], loadOnly?: Values): Promise<RunGround> {
    const engine = await this.#startedEngine();
    return {
      engine, curves,
      shelf: loadOnly === undefined ? this.#shelf as CircuitShelf : this.#newShelf(engine, loadOnly),
      decks: this.#decks.together(curves), single: (curve) => this.#decks.alone(curve),
      piece: (curve, begin, end) => pieceOf(this.#testbench, curve, begin, end), ladder: searchLadder(this.#limits.search),
    };
  }

  #newShelf(engine: Engine, values: Values = {}): CircuitShelf {
    return new CircuitShelf(engine, (charges) => this.#model.text(values, charges));
  }

  #isCancelled(signal: AbortSignal | undefined): boolean {
    return signal?.aborted === true || this.#closing !== undefined;
  }

  #outcomeOf(gone: EngineGone): SimulationOutcome {
    if (gone.end === 'deadline') return failure('DEADLINE', `not done after ${this.#limits.deadlineMs} ms`);
    if (gone.end === 'cancelled') return cancelled();
    if (isFatalParameter(gone.log)) {
      return failure('PARAMETER_REFUSED', gone.log.split('\n').find((line) => /\bFatal\b/i.test(line))?.trim() ?? gone.message);
    }
    this.#deaths += 1;
    if (this.#deaths < this.#limits.deathsInARow) return failure('CRASHED', gone.message);
    throw new EvospiceError('SIMULATOR_CRASHED', `ngspice died ${this.#deaths} times in a row`, {
      received: gone.log.slice(-500), expected: 'an answer between deaths', remedy: 'run the task with `evospice simulate` and look at the card', cause: gone,
    });
  }

  async #prepare(signal: AbortSignal | undefined): Promise<void> {
    const watch = new StopWatch(Math.max(this.#limits.deadlineMs, 30_000), 0, signal);
    try {
      await this.#startEngine(watch.signal);
      const [first] = this.#testbench.curves;
      if (first === undefined) return;
      await checkParameters(this.#engine as Engine, this.#testbench, this.#model, this.#decks.alone(first.id)[0] as Deck, watch.signal);
      this.#shelf = this.#newShelf(this.#engine as Engine);
      await this.#shelf.load(this.#decks.together(this.#testbench.curves), watch.signal);
    } finally {
      watch.end();
    }
  }

  async #startedEngine(): Promise<Engine> {
    if (this.#engine === undefined) this.#shelf = this.#newShelf(await this.#startEngine());
    return this.#engine as Engine;
  }

  /** Kept at once, so that an engine whose libraries do not load is released too. */
  async #startEngine(stop?: AbortSignal): Promise<Engine> {
    this.#engine = await this.#source.start();
    await loadLibraries(this.#engine, this.#testbench.libraries ?? [], stop);
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
    this.#simulations = 0;
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

  #refuseClosed(): void {
    if (this.#closing === undefined) return;
    throw new EvospiceError('SIMULATOR_CLOSED', 'this session is closed', { expected: 'an open session', remedy: 'open another one' });
  }
}

function decksOf(testbench: Testbench): DeckShelf<Deck> {
  return new DeckShelf(testbench.curves, (curves, set) => compileDecks(testbench, curves, `evospice ${set + 1}`));
}

/** Circuits of some points of a curve, under a title of their own. */
function pieceOf(testbench: Testbench, id: string, begin: number, end: number): readonly Deck[] {
  const at = testbench.curves.findIndex((curve) => curve.id === id);
  return compileDecks(testbench, [cutCurve(testbench.curves[at] as Curve, (point) => point >= begin && point < end)], `evospice piece ${at} ${begin} ${end}`);
}

/** The testbench with the parameters that are on its card alone. */
function withoutCircuit({ circuit, ...testbench }: Testbench): Testbench {
  return { ...testbench, parameters: testbench.parameters.filter((name) => circuit?.parameters.includes(name) !== true) };
}

function cancelled(): SimulationOutcome {
  return failure('CANCELLED', 'the caller cancelled');
}

function openError(gone: EngineGone, testbench: Testbench): EvospiceError {
  const code = gone.end === 'died' ? 'SIMULATOR_MODEL' : 'SIMULATOR_TESTBENCH';
  return new EvospiceError(code, `ngspice did not accept the testbench ${testbench.id}: ${gone.message}`, {
    received: gone.log.slice(-500), expected: 'a circuit that ngspice loads', remedy: 'check the card', file: testbench.card.file, cause: gone,
  });
}
