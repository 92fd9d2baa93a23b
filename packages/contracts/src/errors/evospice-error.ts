import { defined } from '../defined.ts';
import type { Json } from '../json.ts';
import type { EvospiceErrorCode } from './faults.ts';

/** An error as JSON, to be sent to another process or stored. */
export interface ErrorJson {
  /** Null for an error that was not raised on purpose. */
  readonly code: string | null;
  readonly message: string;
  readonly received?: Json;
  readonly expected?: string;
  readonly remedy?: string;
  readonly file?: string;
  readonly line?: number;
  /** The failure underneath. */
  readonly cause?: ErrorJson;
  /** Class of an error that was not raised on purpose, such as `TypeError`. */
  readonly name?: string;
  /** Where an error that was not raised on purpose came from. */
  readonly stack?: string;
}

/** Causes that are kept below an error; a chain that goes deeper, or round in circles, is cut off. */
const DEEPEST_CAUSE = 8;

const marker = Symbol.for('evospice.error');

/** What every Evospice error says besides its message. */
export interface ErrorDetails {
  /** The value received. */
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

  /** @param code one of the product's, or one of a plugin's own */
  constructor(code: EvospiceErrorCode | (string & {}), message: string, details: ErrorDetails = {}) {
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
    const found = foundText(this.received, this.message);
    if (found !== undefined) lines.push(`  found: ${found}`);
    if (this.expected !== undefined) lines.push(`  expected: ${this.expected}`);
    if (this.remedy !== undefined) lines.push(`  what to do: ${this.remedy}`);
    return lines.join('\n');
  }

  /** For `JSON.stringify`: everything but the causes, which are for those who mend the cause and not for those who read a document. */
  toJSON(): Omit<ErrorJson, 'cause'> {
    const { cause: _cause, ...rest } = EvospiceError.toJSON(this);
    return rest;
  }

  /** Anything thrown as JSON, with its causes; `fromJSON` gives back an error that says the same. */
  static toJSON(thrown: unknown, depth = 0): ErrorJson {
    const cause = thrown instanceof Error && thrown.cause !== undefined && depth < DEEPEST_CAUSE ? EvospiceError.toJSON(thrown.cause, depth + 1) : undefined;
    if (EvospiceError.is(thrown)) {
      const { code, message, received, expected, remedy, file, line } = thrown;
      return defined({ code, message, received: received === undefined ? undefined : jsonOf(received), expected, remedy, file, line, cause });
    }
    if (!(thrown instanceof Error)) return { code: null, message: String(thrown) };
    const { message, name, stack } = thrown;
    return defined({ code: null, message, name, stack, cause });
  }

  /** The error that {@link EvospiceError.toJSON} was given, as far as JSON can carry it. */
  static fromJSON(json: ErrorJson): Error {
    const { code, message, cause: below, name, stack, ...details } = json;
    const cause = below === undefined ? undefined : EvospiceError.fromJSON(below);
    if (code !== null) return new EvospiceError(code, message, defined({ ...details, cause }));
    const error = new Error(message, cause === undefined ? undefined : { cause });
    if (name !== undefined) error.name = name;
    if (stack !== undefined) error.stack = stack;
    return error;
  }
}

/** Longest text of what was received that is shown, in characters. */
const longestFound = 120;

/** What was received, on one line, where it is short enough to be read and the message does not say it. */
function foundText(received: unknown, message: string): string | undefined {
  const scalars = (Array.isArray(received) ? received : [received]) as readonly unknown[];
  if (scalars.length === 0 || scalars.length > 8 || !scalars.every((one) => ['string', 'number', 'boolean'].includes(typeof one))) return undefined;
  const text = scalars.join(', ').replaceAll(/\s+/gu, ' ').trim();
  if (text === '' || scalars.every((one) => message.includes(String(one).trim()))) return undefined;
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}

/** What was received may be anything; what JSON cannot carry is described. */
function jsonOf(received: unknown): Json {
  try {
    return JSON.parse(JSON.stringify(received) ?? 'null') as Json;
  } catch {
    // A bigint, or an object that holds itself.
    return String(received);
  }
}

/** Message of anything thrown, for records and terminals. */
export function describeError(error: unknown): string {
  if (EvospiceError.is(error)) return error.describe();
  return error instanceof Error ? error.message : String(error);
}
