/** A unit as read: what values are multiplied with to get the base unit. */
export interface ReadUnit {
  readonly base: string;
  readonly factor: number;
}

const bases: Readonly<Record<string, string>> = {
  V: 'V', A: 'A', F: 'F', Hz: 'Hz', s: 's', m: 'm', S: 'S', W: 'W', K: 'K', Ohm: 'Ohm', ohm: 'Ohm', Ω: 'Ohm', C: 'C', degC: 'degC', '°C': 'degC', '1': '1', '-': '1',
};
const prefixes: Readonly<Record<string, number>> = {
  a: 1e-18, f: 1e-15, p: 1e-12, n: 1e-9, u: 1e-6, µ: 1e-6, μ: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12,
};
const prefixed = new Set(['V', 'A', 'F', 'Hz', 's', 'm', 'S', 'W', 'Ohm', 'ohm', 'Ω', 'C']);

/** Units that are written out, in any case. */
const words: Readonly<Record<string, string>> = {
  volt: 'V', volts: 'V', amp: 'A', amps: 'A', ampere: 'A', amperes: 'A', farad: 'F', farads: 'F', hertz: 'Hz', second: 's', seconds: 's', ohms: 'Ohm', kelvin: 'K', celsius: 'degC',
};

/** What a quantity may be divided by: a width or an area of the device. */
const lengths: Readonly<Record<string, number>> = { nm: 1e9, um: 1e6, µm: 1e6, μm: 1e6, mm: 1e3, cm: 1e2, m: 1 };
const perSize = new Set(['A', 'F', 'S']);

/** Units for messages. */
export const unitExamples = 'V, A, F, Hz, s, m, S, W, Ohm, K, C, degC or 1 (no dimension), with an SI prefix such as mV, uA or pF, per width or area such as uA/um or fF/um^2';

/**
 * Reads a unit such as `V`, `mA`, `pF` or `1`, where case counts, `Volts`, or one per width or area, whose base is `A/m` or `A/m^2`.
 * Undefined for anything else.
 */
export function readUnit(text: string): ReadUnit | undefined {
  const plain = bases[text] ?? bases[words[text.toLowerCase()] ?? ''];
  if (plain !== undefined) return { base: plain, factor: 1 };
  const factor = prefixes[text.charAt(0)];
  const rest = text.slice(1);
  const base = bases[rest];
  if (factor !== undefined && base !== undefined && prefixed.has(rest)) return { base, factor };
  return readRatio(text);
}

function readRatio(text: string): ReadUnit | undefined {
  const [, above, length, square] = /^([^/\s]+)\s*\/\s*([a-zµμ]+)(\^?2|²)?$/u.exec(text) ?? [];
  const quantity = above === undefined ? undefined : readUnit(above);
  const scale = lengths[length ?? ''];
  if (quantity === undefined || scale === undefined || !perSize.has(quantity.base)) return undefined;
  return square === undefined ? { base: `${quantity.base}/m`, factor: quantity.factor * scale } : { base: `${quantity.base}/m^2`, factor: quantity.factor * scale ** 2 };
}

/**
 * A value in the base unit, rounded once: 10 uA is 1e-5 A to the last bit, since a power of ten that is greater than 1 is exact and its inverse is not.
 */
export function inBaseUnit(value: number, { factor }: Pick<ReadUnit, 'factor'>): number {
  return (factor < 1 ? value / Math.round(1 / factor) : value * factor) + 0;
}
