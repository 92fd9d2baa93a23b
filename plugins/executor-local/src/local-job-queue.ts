import { EvospiceError, type ExecuteOptions, type JobQueue, type Job, type Json } from '@evospice/contracts';
import PQueue from 'p-queue';

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly limitSeconds: number | undefined;
}

/** Runs the jobs that the queue lets through. */
export interface JobRunner {
  /** @throws EvospiceError `EXECUTOR_CANCELLED` when the signal fired, whatever the job made of it; `EXECUTOR_DEADLINE`, `EXECUTOR_WORKER` */
  run(job: Job, options: RunOptions): Promise<Json>;
  /** Called when no job is running. */
  close(): Promise<void>;
}

/** Lets up to `concurrency` jobs through to a runner; the rest wait in order of arrival, and can be cancelled meanwhile. */
export class LocalJobQueue implements JobQueue {
  readonly concurrency: number;
  readonly #runner: JobRunner;
  readonly #queue: PQueue;
  /** Fires for queued jobs when the session closes. */
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(concurrency: number, runner: JobRunner) {
    this.concurrency = concurrency;
    this.#runner = runner;
    this.#queue = new PQueue({ concurrency });
  }

  async execute(job: Job, options: ExecuteOptions = {}): Promise<Json> {
    const sent: Job = { kind: job.kind, payload: structuredClone(job.payload) };
    const signal = options.signal ?? new AbortController().signal;
    const queued = AbortSignal.any([signal, this.#closing.signal]);
    if (queued.aborted) throw cancelled(job, queued);
    const { promise, resolve, reject } = Promise.withResolvers<Json>();
    const leave = (): void => reject(cancelled(job, queued));
    queued.addEventListener('abort', leave, { once: true });
    // A job that left the queue is skipped when its turn comes, so that the queue itself needs no removal.
    const turn = this.#queue.add(async () => {
      if (queued.aborted) return;
      queued.removeEventListener('abort', leave);
      try {
        resolve(await this.#runner.run(sent, { signal, limitSeconds: options.limitSeconds }));
      } catch (error) {
        reject(error);
      }
    });
    await Promise.all([promise, turn.catch(reject)]);
    return promise;
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#end());
  }

  async #end(): Promise<void> {
    this.#closing.abort(new EvospiceError('EXECUTOR_CLOSED', 'the executor was closed'));
    await this.#queue.onIdle();
    await this.#runner.close();
  }
}

export function cancelled({ kind }: Job, { reason }: AbortSignal): EvospiceError {
  return new EvospiceError('EXECUTOR_CANCELLED', `the job "${kind}" was cancelled`, { received: kind, cause: reason });
}

export function overdue({ kind }: Job, seconds: number): EvospiceError {
  return new EvospiceError('EXECUTOR_DEADLINE', `the job "${kind}" did not end within ${seconds} s`, { received: seconds, expected: `a job that ends within ${seconds} s` });
}
