/**
 * Suffixes of one letter that every SPICE knows, beside `meg` (1e6) and `mil` (25.4 micrometres). The micro sign (U+00B5) and the Greek
 * letter that looks like it (U+03BC) are both `u`: nobody means anything else by them.
 */
const common: Readonly<Record<string, number>> = { t: 1e12, g: 1e9, k: 1e3, m: 1e-3, u: 1e-6, '\u00b5': 1e-6, '\u03bc': 1e-6, n: 1e-9, p: 1e-12, f: 1e-15 };

interface NumberRules {
  /** Suffixes of one letter beside the common ones. */
  readonly suffixes?: Readonly<Record<string, number>>;
  /** Letters that begin an exponent. */
  readonly exponent: 'e' | 'ed';
}

/**
 * A reader of numbers as a SPICE family writes them: a suffix counts behind an exponent too (`1e3k` is 1e6), and letters behind a suffix
 * mean nothing. The reader returns undefined for anything that is not a single number.
 */
export function numberReader({ suffixes = {}, exponent }: NumberRules): (text: string) => number | undefined {
  const shape = new RegExp(`^([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[${exponent}]([+-]?\\d+))?([a-z%\u00b5\u03bc\u03a9\u2126\u00b0_]*)$`, 'i');
  const scales: Readonly<Record<string, number>> = { ...common, ...suffixes };
  const scaleOf = (letters: string): number => {
    if (letters.startsWith('meg')) return 1e6;
    if (letters.startsWith('mil')) return 25.4e-6;
    return scales[letters.charAt(0)] ?? 1;
  };
  return (text) => {
    const match = shape.exec(text);
    if (match === null) return undefined;
    const [, mantissa, power, letters = ''] = match;
    const value = Number(power === undefined ? mantissa : `${mantissa}e${power}`) * scaleOf(letters.toLowerCase());
    return Number.isFinite(value) ? value : undefined;
  };
}

/** Reads a number by ngspice's rules: `1.5`, `1e-9`, `1d-9`, `10k`, `3meg`, `2mil`, `5V`; `1X` and `1a` are 1. */
export const parseSpiceNumber = numberReader({ exponent: 'ed' });

/** Shortest text that reads back as the same number, without suffixes: safe in every simulator. */
export function formatSpiceNumber(value: number): string {
  return String(value === 0 ? 0 : value);
}
