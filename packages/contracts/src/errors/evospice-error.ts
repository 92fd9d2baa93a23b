const marker = Symbol.for('evospice.error');

/** What every Evospice error says besides its message. */
export interface ErrorDetails {
  /** The value that was met. */
  readonly received?: unknown;
  /** What was expected in its place. */
  readonly expected?: string;
  /** What the reader can do about it. */
  readonly remedy?: string;
  /** File the problem lies in, if it lies in one. */
  readonly file?: string;
  /** Line in that file, counted from 1. */
  readonly line?: number;
  /** The failure underneath. */
  readonly cause?: unknown;
}

/**
 * Base of all errors raised on purpose. Callers branch on `code`, never on the message.
 * Recognised by a registered symbol, so that two copies of this package agree.
 */
export class EvospiceError extends Error {
  readonly code: string;
  readonly received: unknown;
  readonly expected: string | undefined;
  readonly remedy: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'EvospiceError';
    this.code = code;
    this.received = details.received;
    this.expected = details.expected;
    this.remedy = details.remedy;
    this.file = details.file;
    this.line = details.line;
    Object.defineProperty(this, marker, { value: true });
  }

  /** True for an EvospiceError of any copy of this package; with `code`, only for that code. */
  static is(error: unknown, code?: string): error is EvospiceError {
    if (typeof error !== 'object' || error === null || !(marker in error)) return false;
    return code === undefined || (error as unknown as EvospiceError).code === code;
  }

  /** One readable block: where, what, expected, what to do. */
  describe(): string {
    const where = this.file === undefined ? '' : `${this.file}${this.line === undefined ? '' : `:${this.line}`}: `;
    const lines = [`${where}${this.message} [${this.code}]`];
    if (this.expected !== undefined) lines.push(`  expected: ${this.expected}`);
    if (this.remedy !== undefined) lines.push(`  what to do: ${this.remedy}`);
    return lines.join('\n');
  }

  toJSON(): Record<string, unknown> {
    const { code, message, received, expected, remedy, file, line } = this;
    return { code, message, received, expected, remedy, file, line };
  }
}

/** Message of anything thrown, for records and terminals. */
export function describeError(error: unknown): string {
  if (EvospiceError.is(error)) return error.describe();
  return error instanceof Error ? error.message : String(error);
}
