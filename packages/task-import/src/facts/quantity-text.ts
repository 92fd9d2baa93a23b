const prefixes: Readonly<Record<string, number>> = { f: 1e-15, p: 1e-12, n: 1e-9, u: 1e-6, µ: 1e-6, μ: 1e-6, m: 1e-3, k: 1e3 };

/**
 * A length or an area as files and their names write it: `10u`, `130.0n`, `0.13um`, `10u0` and `0p15u` (p for the decimal point), `7E-6`.
 * A number without prefix and without exponent is undefined: it may be in micrometres or in metres.
 */
export function sizeIn(text: string): number | undefined {
  const plain = text.trim();
  const inner = /^(\d+)([fnuµμm])(\d+)$/u.exec(plain);
  if (inner !== null) return rounded(Number(`${inner[1]}.${inner[3]}`) * prefixes[inner[2]!]!);
  const [, number, prefix, square] = /^(\d+(?:[.p]\d+)?(?:e[+-]?\d+)?)\s*([fpnuµμmk])?m?(\^?2|²)?$/iu.exec(plain) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number.replace(/p/iu, '.'));
  if (prefix === undefined) return value > 0 && value < 1e-2 ? value : undefined;
  const factor = prefixes[prefix] ?? prefixes[prefix.toLowerCase()]!;
  return value > 0 ? rounded(value * (square === undefined ? factor : factor ** 2)) : undefined;
}

/** Degrees Celsius in `27`, ` 27.0000 `, `25 C`, `300K`, `85 degC`; undefined for other text. */
export function temperatureIn(text: string): number | undefined {
  const [, number, unit] = /^\s*([+-]?\d+(?:\.\d+)?)\s*(?:°|deg\.?\s*)?([ck])?(?:elsius|elvin)?\s*$/iu.exec(text) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  const degrees = unit?.toLowerCase() === 'k' || (unit === undefined && value > 220) ? celsius(value) : value;
  return degrees >= -200 && degrees <= 400 ? degrees : undefined;
}

/** Files that name 300 K mean 27 degrees Celsius. */
export function celsius(kelvin: number): number {
  return rounded(Number.isInteger(kelvin) ? kelvin - 273 : kelvin - 273.15);
}

function rounded(value: number): number {
  return Number(value.toPrecision(9));
}
