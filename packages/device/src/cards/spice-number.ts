/** How a SPICE family writes numbers. */
export interface NumberRules {
  /** Powers of ten by suffix, beside those that every SPICE knows. */
  readonly suffixes?: Readonly<Record<string, number>>;
  /** Letters that begin an exponent. */
  readonly exponent: 'e' | 'ed';
  /** Letters behind a number whose meaning is in doubt: the number is not read. */
  readonly doubtful?: RegExp;
}

/** What `text` is as a number; undefined for anything that is not a single number. */
export type NumberReader = (text: string) => number | undefined;

/**
 * Suffixes of one letter that every SPICE knows, as powers of ten, beside `meg` (1e6) and `mil` (25.4 micrometres). The micro sign (U+00B5)
 * and the Greek letter that looks like it (U+03BC) are both `u`: nobody means anything else by them.
 */
const common: Readonly<Record<string, number>> = { t: 12, g: 9, k: 3, m: -3, u: -6, '\u00b5': -6, '\u03bc': -6, n: -9, p: -12, f: -15 };

/**
 * A reader of numbers as a SPICE family writes them: a suffix counts behind an exponent too (`1e3k` is 1e6), and letters behind a suffix
 * mean nothing. A suffix moves the decimal point, so that `100u` is 1e-4 to the last bit.
 */
export function numberReader({ suffixes = {}, exponent, doubtful }: NumberRules): NumberReader {
  const shape = new RegExp(`^([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[${exponent}]([+-]?\\d+))?([a-z%\u00b5\u03bc\u03a9\u2126\u00b0_]*)$`, 'i');
  const powers: Readonly<Record<string, number>> = { ...common, ...suffixes };
  return (text) => {
    const match = shape.exec(text);
    if (match === null) return undefined;
    const [, mantissa, power = '0', unit = ''] = match;
    const letters = unit.toLowerCase();
    if (doubtful?.test(letters) === true) return undefined;
    const scaled = (shift: number): number => Number(`${mantissa}e${Number(power) + shift}`);
    const value = letters.startsWith('meg') ? scaled(6) : letters.startsWith('mil') ? (scaled(0) * 254) / 1e7 : scaled(powers[letters.charAt(0)] ?? 0);
    return Number.isFinite(value) ? value : undefined;
  };
}

/** Shortest text that reads back as the same number, without suffixes: safe in every simulator. */
export function formatSpiceNumber(value: number): string {
  return String(value === 0 ? 0 : value);
}
