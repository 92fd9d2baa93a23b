/** Suffixes that ngspice knows; anything else behind a number is decoration and means nothing (`1X` is 1, `2V` is 2, `1a` is 1). */
const scales: Readonly<Record<string, number>> = { t: 1e12, g: 1e9, k: 1e3, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15 };
/** 1 mil is 25.4 micrometres. */
const mil = 25.4e-6;

const shape = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[ed]([+-]?\d+))?([a-z%µ_]*)$/i;

/**
 * Reads a number by ngspice's rules: `1.5`, `1e-9`, `1d-9`, `10k`, `3meg`, `2mil`, `5V`. A suffix counts behind an exponent
 * too (`1e3k` is 1e6).
 * @returns undefined for anything that is not a single number
 */
export function parseSpiceNumber(text: string): number | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [, mantissa, exponent, letters] = match;
  const value = Number(exponent === undefined ? mantissa : `${mantissa}e${exponent}`) * scaleOf(letters!.toLowerCase());
  return Number.isFinite(value) ? value : undefined;
}

function scaleOf(letters: string): number {
  if (letters.startsWith('meg')) return 1e6;
  if (letters.startsWith('mil')) return mil;
  return scales[letters.charAt(0)] ?? 1;
}

/** Shortest text that reads back as the same number, without suffixes: safe in every simulator. */
export function formatSpiceNumber(value: number): string {
  return String(value === 0 ? 0 : value);
}
