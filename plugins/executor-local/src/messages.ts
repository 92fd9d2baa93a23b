import type { ErrorJson, Job, Json, WorkSource } from '@evospice/contracts';

/** What the executor tells a worker process. Structured clones, so that every number arrives bit for bit. */
export type ToWorker =
  | { readonly type: 'open'; readonly source: WorkSource }
  | { readonly type: 'run'; readonly job: Job }
  | { readonly type: 'cancel' }
  | { readonly type: 'close' };

/** What a worker process tells the executor: one answer to `open`, one to each `run`, and lines for the log at any time. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'finished'; readonly answer: Json }
  | { readonly type: 'failed'; readonly error: ErrorJson }
  | { readonly type: 'log'; readonly level: LogLevel; readonly message: string; readonly fields?: Json };

export type LogLevel = 'debug' | 'info' | 'warn';
