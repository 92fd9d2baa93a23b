const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const special = /^([+-]?)(nan|inf|infinity)$/i;
const engineering = /^([+-]?(?:\d+\.?\d*|\.\d+))(meg|mil|[tgxkmunpfa])?$/i;
const scientific = /^[+-]?\d\.(\d+)[eE][+-]\d{2,3}$/;

const scales: Readonly<Record<string, number>> = {
  t: 12, g: 9, meg: 6, x: 6, k: 3, m: -3, u: -6, n: -9, p: -12, f: -15, a: -18,
};

/** A number as programs print it, `nan` and `inf` included; undefined for any other text, overflow included. */
export function parseNumber(text: string): number | undefined {
  if (plain.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : undefined;
  }
  const match = special.exec(text);
  if (match === null) return undefined;
  if (match[2]!.toLowerCase() === 'nan') return Number.NaN;
  return match[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/**
 * A number of a listing: plain, or with an engineering suffix (`362.2927m`, `1.00000x` = 1e6).
 * The suffix is applied to the decimal text, so that `4.7u` is exactly 4.7e-6.
 */
export function parseEngineering(text: string): number | undefined {
  const value = parseNumber(text);
  if (value !== undefined) return value;
  const match = engineering.exec(text);
  if (match === null) return undefined;
  const scale = scales[match[2]!.toLowerCase()];
  return scale === undefined ? Number(match[1]) * 25.4e-6 : Number(`${match[1]}e${scale}`);
}

/**
 * Holds the numbers of a file to one form. Programs that print zeros at the end of a mantissa (`1.50000000e-01`) print one
 * number of digits throughout, so that a digit lost or inserted shows; others (`0.15`) set no rule.
 */
export class NumberForm {
  readonly #seen = new Set<number>();
  #ruled = false;

  /** The number, or undefined if it is none or breaks the form. */
  parse(text: string): number | undefined {
    const value = parseNumber(text);
    if (value === undefined || !Number.isFinite(value)) return value;
    const digits = scientific.exec(text)?.[1] ?? '';
    this.#seen.add(digits.length);
    this.#ruled ||= digits.length >= 5 && digits.endsWith('0');
    return this.#ruled && this.#seen.size > 1 ? undefined : value;
  }
}
