import { EvospiceError } from '@evospice/contracts';
import type { BenchRun } from '../bench-run.ts';
import type { BenchCell } from '../run/bench-cell.ts';

/** What the benchmark tells a worker process. Structured clones, so that every number arrives bit by bit. */
export type ToWorker =
  | { readonly type: 'setup'; readonly setup: unknown }
  | { readonly type: 'run'; readonly cell: BenchCell }
  | { readonly type: 'cancel' }
  | { readonly type: 'close' };

/** What a worker process tells the benchmark: one answer to `setup`, one to each `run`. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'finished'; readonly run: BenchRun }
  | { readonly type: 'failed'; readonly error: ErrorMessage };

export interface ErrorMessage {
  readonly code: string | null;
  readonly message: string;
  readonly received?: unknown;
  readonly expected?: string;
  readonly remedy?: string;
  readonly file?: string;
  readonly line?: number;
  readonly stack?: string;
}

/** An error as it can be sent. What was met goes through JSON, since it may be anything. */
export function toMessage(error: unknown): ErrorMessage {
  if (!EvospiceError.is(error)) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { code: null, message, ...(stack === undefined ? {} : { stack }) };
  }
  const { code, message, received, expected, remedy, file, line, stack } = error;
  return {
    code, message,
    ...(received === undefined ? {} : { received: JSON.parse(JSON.stringify(received) ?? 'null') as unknown }),
    ...(expected === undefined ? {} : { expected }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(stack === undefined ? {} : { stack }),
  };
}

/** The error that was sent, with the stack it had in its process. */
export function fromMessage({ code, message, stack, ...details }: ErrorMessage): Error {
  const error = code === null ? new Error(message) : new EvospiceError(code, message, details);
  if (stack !== undefined) error.stack = stack;
  return error;
}
