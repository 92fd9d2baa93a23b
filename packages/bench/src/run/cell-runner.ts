import { defined, EvospiceError, faultOf, type Clock, type Optimizer, type OptimizerLibrary, type PhysicsRule, type Simulator, type Task } from '@evospice/contracts';
import { extract, loadCompactModels, SessionCache, type ExtractionResult } from '@evospice/extraction';
import { benchRunOf, type BenchRun } from '../bench-run.ts';
import type { BenchCell } from './bench-cell.ts';
import type { CellHost } from './cell-job.ts';
import { Stopwatch } from './stopwatch.ts';

/** Where a cell's names lead to. */
export interface CellParts {
  /** A task with the simulator that it runs on; asked for each cell, so it should answer with the same objects each time. */
  taskNamed(id: string): Promise<{ readonly task: Task; readonly simulator: Simulator }>;
  /** A fresh optimizer, or one that keeps nothing from one run to the next. */
  optimizerNamed(entry: string): Optimizer;
}

export interface CellRunnerOptions {
  readonly metric?: 'relative' | 'log';
  /** Optimizers that an optimizer may call as `context.optimizers`; none when left out. */
  readonly optimizers?: OptimizerLibrary;
  /** Rules whose findings optimizers see; none when left out. */
  readonly rules?: readonly PhysicsRule[];
  /** With it, runs tell how long they took. */
  readonly clock?: Clock;
  /** Wall-clock seconds of one run; needs the clock. */
  readonly limitSeconds?: number;
  /** Families of compact models that an entry does without, or `all`; none when left out. */
  readonly hiddenModels?: (entry: string) => readonly string[];
  /** Called with every line that an optimizer logs. Must not throw. */
  readonly onLog?: (line: string) => void;
}

/**
 * Runs cells in this process: the one way in which an optimizer is run for a comparison. Every run is an extraction as
 * `extract` makes it, charged by the same meter; nothing in it depends on the runs before.
 */
export class CellRunner implements CellHost {
  readonly #parts: CellParts;
  readonly #options: CellRunnerOptions;
  /** Cells come task after task, so there is no use in keeping more sessions than run at once. */
  readonly #sessions = new SessionCache({ mostIdle: 1 });

  constructor(parts: CellParts, options: CellRunnerOptions = {}) {
    this.#parts = parts;
    this.#options = options;
  }

  /**
   * @throws EvospiceError `EXTRACTION_*`, `SIMULATOR_*`, `SANDBOX_*` for what is not the optimizer's doing;
   *   `BENCH_SIMULATOR` when the simulator had no licence, or crashed in one way and then in another.
   */
  async run(cell: BenchCell, signal: AbortSignal): Promise<BenchRun> {
    const first = await this.#attempt(cell, signal);
    const crashed = struck(first.result);
    if (crashed.length === 0) return first.run;
    // Candidates that bring a simulator down do so again in a fresh session; then it is their doing.
    await this.#sessions.close();
    const second = await this.#attempt(cell, signal);
    if (String(struck(second.result)) === String(crashed)) return second.run;
    throw defect(cell, `crashed in evaluations ${crashed.join(', ')} at first, and in others when the run was repeated`);
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  async #attempt(cell: BenchCell, signal: AbortSignal): Promise<{ readonly result: ExtractionResult; readonly run: BenchRun }> {
    const { task, simulator } = await this.#parts.taskNamed(cell.task);
    const { clock, limitSeconds, metric, optimizers, rules, hiddenModels, onLog } = this.#options;
    const hidden = hiddenModels?.(cell.entry) ?? [];
    const models = hidden.length === 0 ? undefined : await loadCompactModels(hidden);
    const plain = this.#parts.optimizerNamed(cell.entry);
    const watch = clock === undefined ? undefined : new Stopwatch(plain, { clock, ...(limitSeconds === undefined ? {} : { limitSeconds }) });
    const result = await this.#sessions.use({ task, simulator }, signal, (session) => extract({
      task, session, signal, optimizer: watch ?? plain, simulator: simulator.name, budget: cell.budget, seed: cell.seed,
      fits: false, positions: false, ...defined({ metric, optimizers, rules, models, onLog }),
    }));
    const { failure } = result;
    if (failure !== undefined && ['simulator', 'sandbox'].includes(faultOf(failure.code))) throw new EvospiceError(failure.code, failure.message, { received: cell, remedy: 'run the benchmark again when the cause is removed: finished runs are kept' });
    if (result.trajectory.some((point) => point.failure === 'NO_LICENCE')) throw defect(cell, 'had no licence');
    return { result, run: { ...benchRunOf(cell.entry, result), ...(watch === undefined ? {} : { seconds: watch.seconds }) } };
  }
}

/** Evaluations in which the simulator died, by index. */
function struck({ trajectory }: ExtractionResult): readonly number[] {
  return [...trajectory.keys()].filter((index) => trajectory[index]?.failure === 'CRASHED');
}

function defect(cell: BenchCell, what: string): EvospiceError {
  return new EvospiceError('BENCH_SIMULATOR', `the simulator ${what}: ${cell.entry} on ${cell.task}, seed ${cell.seed}`, {
    received: cell, expected: 'a simulator that answers alike each time', remedy: 'see what is wrong with it, then run the benchmark again: finished runs are kept',
  });
}
