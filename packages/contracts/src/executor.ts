import type { Json } from './json.ts';

/** Where work is done: a module that any worker can load, and what its default export is called with. */
export interface WorkSource {
  /** File URL. */
  readonly module: string;
  readonly setup: Json;
}

/** Work that can be sent anywhere: a kind with a handler, and JSON. */
export interface Job {
  readonly kind: string;
  readonly payload: Json;
}

export type JobHandler = (payload: Json, options: { readonly signal: AbortSignal }) => Promise<Json>;

export interface ExecutorSession {
  /** How many jobs run at once. */
  readonly concurrency: number;
  /**
   * Resolves with what the handler returned, rejects with what it threw.
   * @throws EvospiceError `EXECUTOR_JOB` for an unknown kind, `EXECUTOR_CANCELLED` when `signal` fired first.
   */
  execute(job: Job, options?: { readonly signal?: AbortSignal }): Promise<Json>;
  /** Waits for running jobs; queued ones are cancelled. Safe to call twice. */
  close(): Promise<void>;
}

/** Spreads evaluations. */
export interface Executor {
  readonly name: string;
  open(handlers: Readonly<Record<string, JobHandler>>): Promise<ExecutorSession>;
}
export const Executor = Symbol.for('evospice.Executor');
