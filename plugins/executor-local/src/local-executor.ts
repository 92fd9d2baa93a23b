import { availableParallelism } from 'node:os';
import { EvospiceError, type Executor, type ExecutorSession, type Job, type JobHandler, type Json } from '@evospice/contracts';
import PQueue from 'p-queue';

/**
 * Spreads jobs inside this process: up to `workers` handlers run at once, the rest wait in order of arrival.
 *
 * The handlers run on this process's event loop. That spreads the work all the same, because the work is not there:
 * simulators run in worker threads or processes of their own, and programs in sandboxed child processes. A handler that
 * computed for long on the event loop itself would hold up the others.
 *
 * Payloads and answers are copied, as they are in executors that send them to other machines, so that a job cannot come to
 * depend on sharing memory.
 */
export class LocalExecutor implements Executor {
  readonly name = 'local';
  readonly #workers: number;

  /** @param options `workers`: jobs at once, an integer from 1; the number of available cores when left out. */
  constructor(options: { readonly workers?: number } = {}) {
    this.#workers = options.workers ?? availableParallelism();
    if (!Number.isInteger(this.#workers) || this.#workers < 1) {
      throw new EvospiceError('EXECUTOR_OPTIONS', 'the number of workers must be a positive integer', { received: options.workers, expected: 'an integer from 1' });
    }
  }

  open(handlers: Readonly<Record<string, JobHandler>>): Promise<ExecutorSession> {
    return Promise.resolve(new LocalExecutorSession(this.#workers, new Map(Object.entries(handlers))));
  }
}

class LocalExecutorSession implements ExecutorSession {
  readonly concurrency: number;
  readonly #handlers: ReadonlyMap<string, JobHandler>;
  readonly #queue: PQueue;
  /** Fires for queued jobs when the session closes. */
  readonly #closing = new AbortController();

  constructor(concurrency: number, handlers: ReadonlyMap<string, JobHandler>) {
    this.concurrency = concurrency;
    this.#handlers = handlers;
    this.#queue = new PQueue({ concurrency });
  }

  async execute(job: Job, options: { readonly signal?: AbortSignal } = {}): Promise<Json> {
    const handler = this.#handlers.get(job.kind);
    if (handler === undefined) {
      throw new EvospiceError('EXECUTOR_JOB', `there is no handler for jobs of kind "${job.kind}"`, {
        received: job.kind,
        expected: `one of ${[...this.#handlers.keys()].join(', ')}`,
      });
    }
    const payload = structuredClone(job.payload);
    const signal = options.signal ?? new AbortController().signal;
    const queued = AbortSignal.any([signal, this.#closing.signal]);
    if (queued.aborted) throw cancelled(job, queued);
    const { promise, resolve, reject } = Promise.withResolvers<Json>();
    let started = false;
    const leave = (): void => {
      if (!started) reject(cancelled(job, queued));
    };
    queued.addEventListener('abort', leave, { once: true });
    // A job that left the queue is skipped when its turn comes, so that the queue itself needs no removal.
    const turn = this.#queue.add(async () => {
      if (queued.aborted) return;
      started = true;
      queued.removeEventListener('abort', leave);
      try {
        resolve(structuredClone(await runUntil(handler, payload, job, signal)));
      } catch (error) {
        reject(error);
      }
    });
    await Promise.all([promise, turn.catch(reject)]);
    return promise;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.onIdle();
  }
}

/** A handler that heeds the signal may return or throw what it likes: the job counts as cancelled either way. */
async function runUntil(handler: JobHandler, payload: Json, job: Job, signal: AbortSignal): Promise<Json> {
  try {
    const answer = await handler(payload, { signal });
    if (signal.aborted) throw cancelled(job, signal);
    return answer;
  } catch (error) {
    if (!signal.aborted || EvospiceError.is(error, 'EXECUTOR_CANCELLED')) throw error;
    throw cancelled(job, signal, error);
  }
}

function cancelled(job: Job, signal: AbortSignal, cause: unknown = signal.reason): EvospiceError {
  return new EvospiceError('EXECUTOR_CANCELLED', `the job "${job.kind}" was cancelled`, { received: job.kind, cause });
}
