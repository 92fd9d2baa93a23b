import { counted, describeError, EvospiceError, type Candidate, type ExtensionRegistry, type PhysicsFinding, type Selection, type Task } from '@evospice/contracts';
import { provenanceBlock } from '@evospice/device';
import { createProblem, hashedFiles, type ExtractionEnd } from '@evospice/extraction';
import { startCandidate } from '@evospice/toolbox';
import type { Change } from '../protocol.ts';
import type { FindingsOf } from './card-rules.ts';
import { openEngine, type Engine } from './engine.ts';
import { evaluate, type Evaluated } from './evaluate.ts';
import { checkFit, runFit, type FitRequest } from './fit.ts';
import { History } from './history.ts';
import { saveCard, type SavedCard, type SaveRequest, type WriteFile } from './save.ts';
import { tunedLines } from './tuned-by.ts';
import { changed, indexOf } from './values.ts';

export interface TuneOptions {
  readonly task: Task;
  readonly registry: ExtensionRegistry;
  /** The compact model where it covers the device, else ngspice, when left out. */
  readonly simulator?: Selection;
  readonly findings: FindingsOf;
  readonly write: WriteFile;
  /** Of the product, for the comments of saved cards. */
  readonly version: string;
  /** Gives up opening it. */
  readonly signal: AbortSignal;
}

/** A fit that runs, or how the last one ended. Errors are of its curves, in its metric. */
export interface FitState {
  readonly running: boolean;
  readonly optimizer: string;
  readonly metric: 'relative' | 'log';
  readonly budget: number;
  readonly spent: number;
  readonly start: number | null;
  readonly best: number | null;
  readonly end: ExtractionEnd | null;
  /** What went wrong. */
  readonly message: string | null;
}

/** Values, and what they come to. */
interface Known {
  readonly values: Candidate;
  readonly found: Promise<Evaluated>;
}

/** Where one task's parameters are, how they got there, and what they come to. */
export class TuneSession {
  readonly task: Task;
  readonly registry: ExtensionRegistry;
  readonly #engine: Engine;
  readonly #options: TuneOptions;
  readonly #history: History;
  readonly #listeners = new Set<() => void>();
  readonly #saved: SavedCard[] = [];
  readonly #closing = new AbortController();
  readonly #startValues: Candidate;
  #values: Candidate;
  #now: Known | undefined;
  #start: Known | undefined;
  #revision = 0;
  #fit: FitState | null = null;
  #stop = new AbortController();
  #fitting: Promise<void> = Promise.resolve();

  private constructor(options: TuneOptions, engine: Engine) {
    this.task = options.task;
    this.registry = options.registry;
    this.#options = options;
    this.#engine = engine;
    this.#startValues = startCandidate(options.task.tunables);
    this.#values = this.#startValues;
    this.#history = new History(this.#values);
  }

  /** @throws EvospiceError `EXTRACTION_TASK` for a task with nothing to tune or to compare with; what the simulator throws */
  static async open(options: TuneOptions): Promise<TuneSession> {
    const { task, registry, simulator, signal } = options;
    createProblem(task);
    return new TuneSession(options, await openEngine(registry, task, simulator, signal));
  }

  get engine(): Pick<Engine, 'name' | 'why'> {
    return this.#engine;
  }

  /** Counts every change of what there is to see. */
  get revision(): number {
    return this.#revision;
  }

  get fit(): FitState | null {
    return this.#fit;
  }

  get ways(): History['ways'] {
    return this.#history.ways;
  }

  get saved(): readonly SavedCard[] {
    return this.#saved;
  }

  /** Calls back after every change of what there is to see. @returns what ends that */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the values of now come to. */
  now(): Promise<Evaluated> {
    if (this.#values === this.#startValues) return this.start();
    if (this.#now?.values !== this.#values) this.#now = this.#known(this.#values);
    return this.#now.found;
  }

  /** What the start card comes to. */
  start(): Promise<Evaluated> {
    this.#start ??= this.#known(this.#startValues);
    return this.#start.found;
  }

  /**
   * Moves parameters.
   * @param commit whether this is a step that can be undone, as the end of a drag is, or on the way to one
   * @throws EvospiceError `TUNE_PARAMETER`, `TUNE_VALUE`; `TUNE_BUSY` while a fit runs
   */
  move(changes: Readonly<Record<string, Change>>, commit: boolean): void {
    this.#refuseBusy();
    this.#values = changed(this.task.tunables, this.#values, changes);
    if (commit) this.#commit(Object.keys(changes).join(', '));
    this.#changed();
  }

  /** @throws EvospiceError `TUNE_BUSY` */
  undo(): void {
    this.#refuseBusy();
    this.#commit('a parameter');
    this.#values = this.#history.undo();
    this.#changed();
  }

  /** @throws EvospiceError `TUNE_BUSY` */
  redo(): void {
    this.#refuseBusy();
    this.#values = this.#history.redo();
    this.#changed();
  }

  /** Back to the start card, or one parameter of it; a step that can be undone. @throws EvospiceError `TUNE_BUSY`, `TUNE_PARAMETER` */
  reset(name?: string): void {
    this.#refuseBusy();
    const { tunables } = this.task;
    this.#values = name === undefined ? this.#startValues : Array.from(this.#values).with(indexOf(tunables, name), tunables[indexOf(tunables, name)]!.start);
    this.#commit(name === undefined ? 'reset' : `reset of ${name}`);
    this.#changed();
  }

  /** Starts a fit from here and returns at once. @throws EvospiceError `TUNE_BUSY`, `TUNE_FIT`, `EXTENSION_UNKNOWN` */
  startFit(request: FitRequest): void {
    this.#refuseBusy();
    checkFit(this.task, this.registry, request);
    this.#commit('a parameter');
    const { optimizer, metric, budget } = request;
    this.#stop = new AbortController();
    this.#fit = { running: true, optimizer, metric, budget, spent: 0, start: null, best: null, end: null, message: null };
    this.#fitting = this.#runFit(request);
    this.#changed();
  }

  /** Ends the fit with what it has found until now. */
  stopFit(): void {
    this.#stop.abort();
  }

  /** What physics rules find in the card of now and its curves, where they could be simulated. */
  findings(): Promise<readonly PhysicsFinding[]> {
    return this.#options.findings(this.parameters);
  }

  /** Writes the card of now. @throws EvospiceError as `saveCard`; `TUNE_BUSY` */
  async save(request: SaveRequest): Promise<SavedCard> {
    this.#refuseBusy();
    this.#commit('a parameter');
    const values = this.#values;
    const [now, start, files] = [await this.now(), await this.start(), await hashedFiles(this.task)];
    const head = provenanceBlock(this.#options.version, tunedLines(this.task, files, { simulator: this.#engine.name, steps: this.#history.path, now, start }));
    const saved = await saveCard({ task: this.task, registry: this.registry, values, head, write: this.#options.write }, request);
    this.#saved.push(saved);
    return saved;
  }

  /** Values of now by name. */
  get parameters(): Readonly<Record<string, number>> {
    return this.#byName(this.#values);
  }

  /** Ends a fit that runs, and the simulator. */
  async close(): Promise<void> {
    this.stopFit();
    await this.#fitting;
    this.#closing.abort();
    await this.#engine.session.close();
  }

  async #runFit(request: FitRequest): Promise<void> {
    const from = this.#values;
    try {
      const { end, values, spent, message } = await runFit({
        task: this.task, registry: this.registry, session: this.#engine.session, simulator: this.#engine.name, from, stop: this.#stop.signal,
        onStart: (error) => this.#progress({ start: error, best: error }),
        onEvaluation: ({ spent: until }) => this.#progress({ spent: until }),
        onBest: (best, error) => {
          this.#values = best;
          this.#progress({ best: error });
        },
      }, request);
      this.#values = values;
      this.#progress({ running: false, end, spent, message: message ?? null });
    } catch (error) {
      this.#progress({ running: false, end: 'failed', message: describeError(error) });
    }
    const { optimizer, seed, metric, parameters, curves } = request;
    this.#commit(`fit with ${optimizer} (seed ${seed}, ${counted(Math.round(this.#fit!.spent), 'simulation')}, ${counted(parameters.length, 'parameter')}, ${counted(curves.length, 'curve')}, ${metric} error)`);
    this.#changed();
  }

  #progress(change: Partial<FitState>): void {
    this.#fit = { ...this.#fit!, ...change };
    this.#changed();
  }

  /** Values that are being evaluated, once for all who ask; what could not be is forgotten. */
  #known(values: Candidate): Known {
    const known = { values, found: evaluate(this.#engine.session, this.task, values, this.#closing.signal) };
    known.found.catch(() => {
      if (this.#now === known) this.#now = undefined;
      if (this.#start === known) this.#start = undefined;
    });
    return known;
  }

  #commit(what: string): void {
    this.#history.push({ values: this.#values, what });
  }

  #changed(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  #byName(values: Candidate): Readonly<Record<string, number>> {
    return Object.fromEntries(this.task.tunables.map(({ name }, index) => [name, values[index]!]));
  }

  #refuseBusy(): void {
    if (this.#fit?.running !== true) return;
    throw new EvospiceError('TUNE_BUSY', 'a fit is running', { received: this.#fit.optimizer, expected: 'its end', remedy: 'wait for it, or stop it' });
  }
}
