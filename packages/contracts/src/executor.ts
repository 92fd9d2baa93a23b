import { EvospiceError } from './errors/evospice-error.ts';
import type { Json } from './json.ts';
import type { Logger } from './services.ts';

/** Work that can be sent anywhere: a kind that the worker knows, and JSON. */
export interface Job {
  readonly kind: string;
  readonly payload: Json;
}

/**
 * Where jobs are run: a module that any worker can load, and what it is set up with. Both can be sent to another process or
 * host that has the same files. The module's default export is a {@link JobModule}.
 */
export interface WorkSource {
  /** File URL of the module. */
  readonly module: string;
  readonly setup: Json;
}

/** Default export of a worker module: makes a host of jobs. What it throws rejects the jobs of that worker. */
export type JobModule = (setup: Json, services: WorkerServices) => Promise<JobHost>;

/** What the worker gives to the module that it loads. */
export interface WorkerServices {
  /** Fires when the worker is told to end. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** Runs jobs in a worker. It may be given several jobs at once, and keeps what they share: sessions, processes, caches. */
export interface JobHost {
  /**
   * Runs one job to its end. The signal fires when the job is cancelled: end soon then, in whatever way.
   * @throws EvospiceError `EXECUTOR_JOB` for a kind that it does not know; anything else reaches the caller of `execute` whole
   */
  handle(job: Job, options: { readonly signal: AbortSignal }): Promise<Json>;
  /** Called once, when no job is running any more. */
  close(): Promise<void>;
}

export interface ExecuteOptions {
  readonly signal?: AbortSignal;
  /** Wall-clock seconds, counted from the start of the job in a worker, after which the job is given up. No limit when left out. */
  readonly limitSeconds?: number;
}

/**
 * A set of workers that have loaded one module. Jobs start in the order in which `execute` was called, at most `concurrency` at
 * once; they may end in any order.
 */
export interface JobQueue {
  /** How many jobs run at once. */
  readonly concurrency: number;
  /**
   * Resolves with what the host returned. Rejects with what it threw: an `EvospiceError` with its code, details and causes, any
   * other error with its message and stack.
   * @throws EvospiceError `EXECUTOR_CANCELLED` when `signal` fired first or the session was closed; `EXECUTOR_DEADLINE` after
   *   `limitSeconds`; `EXECUTOR_WORKER` when the worker died or could not be started (it is replaced for the next job)
   */
  execute(job: Job, options?: ExecuteOptions): Promise<Json>;
  /** Waits for running jobs; queued ones are cancelled. Safe to call twice. */
  close(): Promise<void>;
}

/** Runs jobs in workers: in this process, in others, or on other hosts. */
export interface Executor {
  readonly name: string;
  /**
   * Prepares workers for jobs of one source.
   * @param options `concurrency`: jobs at once wanted, an integer from 1; an executor may give fewer. What it was configured with
   *   when left out
   * @throws what loading or setting up the module threw
   */
  open(source: WorkSource, options?: { readonly concurrency?: number }): Promise<JobQueue>;
}
export const Executor = Symbol.for('evospice.Executor');

/** URL of a module that lies beside another one, as source or as built: `siblingModule('./jobs', import.meta.url)`. */
export function siblingModule(path: string, base: string): string {
  return new URL(`${path}${base.endsWith('.ts') ? '.ts' : '.js'}`, base).href;
}

/**
 * Runs one job of its kind from the job's payload, and resolves with the result. It may be called again before it has ended. The signal
 * fires when the job is cancelled; what it throws reaches the caller of `execute` whole.
 */
export type JobHandler = (payload: Json, options: { readonly signal: AbortSignal }) => Promise<Json>;

/** A host from one handler per kind of job. `close` is called with the host's own. */
export function jobHost(handlers: Readonly<Record<string, JobHandler>>, close: () => Promise<void> = () => Promise.resolve()): JobHost {
  const known = new Map(Object.entries(handlers));
  return {
    close,
    async handle({ kind, payload }, options) {
      const handler = known.get(kind);
      if (handler !== undefined) return handler(payload, options);
      throw new EvospiceError('EXECUTOR_JOB', `there is no handler for jobs of kind "${kind}"`, { received: kind, expected: `one of ${[...known.keys()].join(', ')}` });
    },
  };
}
