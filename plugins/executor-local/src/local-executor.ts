import { availableParallelism } from 'node:os';
import { EvospiceError, type Executor, type JobQueue, type Logger, type WorkSource } from '@evospice/contracts';
import { openHere } from './in-process.ts';
import { LocalJobQueue } from './local-job-queue.ts';
import { ProcessPool } from './process-pool.ts';
import { WorkerProcess } from './worker-process.ts';

export interface LocalExecutorOptions {
  /** Jobs at once, an integer from 1; the number of available cores when left out. */
  readonly workers?: number;
  /** Whether each worker is a process of its own. */
  readonly processes?: boolean;
  /** Arguments of Node itself in worker processes; those of this process when left out. */
  readonly execArgv?: readonly string[];
}

/**
 * Runs jobs on this machine.
 *
 * In this process (the default) all jobs share one host and run on this process's event loop. That spreads the work
 * where the work is elsewhere: simulators run in worker threads or processes of their own, programs in sandboxed child
 * processes. With `processes`, each worker is a child process with a host of its own, for jobs that compute a lot, or that may hang or
 * bring their process down: such a process is replaced.
 *
 * Payloads and answers are copied in both cases, so that a job cannot come to depend on sharing memory.
 */
export class LocalExecutor implements Executor {
  readonly name = 'local';
  readonly #workers: number;
  readonly #options: LocalExecutorOptions;
  readonly #log: Logger;

  /** @throws EvospiceError `EXECUTOR_OPTIONS` for a number of workers that is not a positive integer */
  constructor(options: LocalExecutorOptions = {}, log: Logger = silent) {
    this.#workers = positive(options.workers ?? availableParallelism());
    this.#options = options;
    this.#log = log;
  }

  async open(source: WorkSource, { concurrency = this.#workers }: { readonly concurrency?: number } = {}): Promise<JobQueue> {
    const workers = positive(concurrency);
    if (this.#options.processes !== true) return new LocalJobQueue(workers, await openHere(source, this.#log));
    const { execArgv = process.execArgv } = this.#options;
    const start = (): Promise<WorkerProcess> => WorkerProcess.start(source, execArgv, this.#log);
    // The first worker shows whether the module can be loaded at all; the others start when there is work for them.
    const first = await start();
    return new LocalJobQueue(workers, new ProcessPool(first, start));
  }
}

const silent: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined };

function positive(workers: number): number {
  if (Number.isInteger(workers) && workers >= 1) return workers;
  throw new EvospiceError('EXECUTOR_OPTIONS', 'the number of workers must be a positive integer', { received: workers, expected: 'an integer from 1' });
}
