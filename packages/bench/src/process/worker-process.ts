import { fork, type ChildProcess } from 'node:child_process';
import { EvospiceError } from '@evospice/contracts';
import type { BenchRun } from '../bench-run.ts';
import type { BenchCell, CellHost } from '../run/bench-cell.ts';
import { fromMessage, type FromWorker, type ToWorker } from './messages.ts';

export interface WorkerProcessOptions {
  /** Module that calls `serveCells`. */
  readonly module: URL;
  /** Sent to it first; what a structured clone can carry. */
  readonly setup: unknown;
  /** Arguments of Node itself; those of this process when left out. */
  readonly execArgv?: readonly string[];
  /** Seconds after which a run that does not give way is given up; none when left out. */
  readonly hardLimitSeconds?: number;
}

/** Time that a process has to end by itself, ms. */
const patience = 5000;

/**
 * A host in a process of its own, so that optimizers that compute a lot run on several cores, and none can bring the
 * benchmark down. Whatever the process prints goes to standard error.
 * @throws EvospiceError `BENCH_WORKER` when the process dies; what making the host threw in it.
 */
export async function openWorkerProcess(options: WorkerProcessOptions): Promise<CellHost> {
  const worker = new WorkerProcess(options);
  try {
    await worker.ask({ type: 'setup', setup: options.setup });
  } catch (error) {
    await worker.close();
    throw error;
  }
  return worker;
}

class WorkerProcess implements CellHost {
  readonly #child: ChildProcess;
  readonly #hardLimitSeconds: number | undefined;
  readonly #gone: Promise<void>;
  #pending: PromiseWithResolvers<FromWorker> | undefined;
  #ended: string | undefined;

  constructor({ module, hardLimitSeconds, execArgv = process.execArgv }: WorkerProcessOptions) {
    this.#hardLimitSeconds = hardLimitSeconds;
    this.#child = fork(module, [], { execArgv: [...execArgv], stdio: ['ignore', 2, 2, 'ipc'], serialization: 'advanced' });
    this.#child.on('message', (message) => this.#pending?.resolve(message as FromWorker));
    this.#gone = new Promise((resolve) => {
      const end = (how: string): void => {
        this.#ended ??= how;
        this.#pending?.reject(this.#died());
        resolve();
      };
      this.#child.once('error', (error) => end(error.message));
      this.#child.once('exit', (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
    });
  }

  async run(cell: BenchCell, signal: AbortSignal): Promise<BenchRun> {
    if (signal.aborted) throw cancelled(signal);
    const cancel = (): void => {
      this.#tell({ type: 'cancel' });
      setTimeout(() => this.#pending?.reject(cancelled(signal)), patience).unref();
    };
    signal.addEventListener('abort', cancel, { once: true });
    const guard = this.#guard(cell);
    try {
      const answer = await this.ask({ type: 'run', cell });
      if (answer.type === 'finished') return answer.run;
      throw new EvospiceError('BENCH_WORKER', 'a worker process answered out of turn', { received: answer.type });
    } finally {
      clearTimeout(guard);
      signal.removeEventListener('abort', cancel);
    }
  }

  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    this.#tell({ type: 'close' });
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), patience);
    await this.#gone;
    clearTimeout(kill);
  }

  async ask(message: ToWorker): Promise<FromWorker> {
    if (this.#ended !== undefined) throw this.#died();
    const pending = (this.#pending = Promise.withResolvers<FromWorker>());
    this.#tell(message);
    try {
      const answer = await pending.promise;
      if (answer.type === 'failed') throw fromMessage(answer.error);
      return answer;
    } finally {
      this.#pending = undefined;
    }
  }

  /** A process that is gone says so itself. */
  #tell(message: ToWorker): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #guard(cell: BenchCell): NodeJS.Timeout | undefined {
    const seconds = this.#hardLimitSeconds;
    if (seconds === undefined) return undefined;
    return setTimeout(() => {
      this.#pending?.reject(new EvospiceError('BENCH_HUNG', `${cell.entry} on ${cell.task}, seed ${cell.seed}, did not end within ${seconds} s and does not give way`, {
        received: cell, expected: 'an optimizer that goes on asking for simulations', remedy: 'leave the entry out of the suite, or raise timeLimit',
      }));
      this.#child.kill('SIGKILL');
    }, seconds * 1000);
  }

  #died(): EvospiceError {
    return new EvospiceError('BENCH_WORKER', `a worker process ended unexpectedly: ${this.#ended}`, {
      received: this.#ended, expected: 'a process that lives until it is told to end', remedy: 'run the benchmark again: finished runs are kept; with fewer workers if memory was short',
    });
  }
}

function cancelled(signal: AbortSignal): EvospiceError {
  return EvospiceError.is(signal.reason) ? signal.reason : new EvospiceError('EXTRACTION_CANCELLED', 'the benchmark was cancelled', { cause: signal.reason });
}
