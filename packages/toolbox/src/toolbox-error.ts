const marker = Symbol.for('evospice.error');

/** What was met and what was expected, for the reader of an error. */
export interface ToolboxErrorDetails {
  readonly received?: unknown;
  readonly expected: string;
  readonly remedy?: string;
}

/**
 * Raised for wrong shapes and values. It has the form of an `EvospiceError` and carries its registered mark, so that
 * `EvospiceError.is` knows it; it is a class of its own because this package is bundled into sandboxes, where the
 * kernel's container has no place.
 */
export class ToolboxError extends RangeError {
  readonly code: string;
  readonly received: unknown;
  readonly expected: string;
  readonly remedy: string | undefined;

  constructor(code: string, message: string, details: ToolboxErrorDetails) {
    super(message);
    this.name = 'ToolboxError';
    this.code = code;
    this.received = details.received;
    this.expected = details.expected;
    this.remedy = details.remedy;
    Object.defineProperty(this, marker, { value: true });
  }

  /** One readable block: what, expected, what to do. */
  describe(): string {
    const remedy = this.remedy === undefined ? '' : `\n  what to do: ${this.remedy}`;
    return `${this.message} [${this.code}]\n  expected: ${this.expected}${remedy}`;
  }

  toJSON(): Record<string, unknown> {
    const { code, message, received, expected, remedy } = this;
    return { code, message, received, expected, remedy };
  }
}

/** @throws ToolboxError `TOOLBOX_SHAPE` unless both lengths agree. */
export function requireSameLength(what: string, received: number, wanted: number): void {
  if (received !== wanted) {
    throw new ToolboxError('TOOLBOX_SHAPE', `${what} has length ${received}`, { received, expected: `length ${wanted}` });
  }
}
