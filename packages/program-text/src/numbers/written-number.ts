/** A number as it is written, and where it may move. */
export interface WrittenNumber {
  readonly value: number;
  readonly text: string;
  /** Lowest and highest value, from a comment `range low..high` behind it. */
  readonly range: readonly [number, number] | undefined;
  /** Offsets in the file; up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
}

/** Whether a number is worth changing: 0, 1 and 2 without a range are seldom tunable. */
export function isTunable({ range, value }: Pick<WrittenNumber, 'range' | 'value'>): boolean {
  return range !== undefined || ![0, 1, 2].includes(value);
}

/** Whole numbers, such as counts, stay whole. */
export function isWhole({ text, range }: Pick<WrittenNumber, 'text' | 'range'>): boolean {
  return /^\d+$/.test(text) && (range === undefined || range.every(Number.isInteger));
}

/** The range that a comment states; undefined for any other comment. */
export function rangeOf(comment: string): readonly [number, number] | undefined {
  const [, low, high] = /^\s*range\s+([-+.\deE]+?)\.\.([-+.\deE]+)\s*$/.exec(comment) ?? [];
  const range = [Number(low), Number(high)] as const;
  return low !== undefined && range.every(Number.isFinite) && range[0] < range[1] ? range : undefined;
}
