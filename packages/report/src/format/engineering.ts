const prefixes: Readonly<Record<string, string>> = {
  '-18': 'a', '-15': 'f', '-12': 'p', '-9': 'n', '-6': 'µ', '-3': 'm', '0': '', '3': 'k', '6': 'M', '9': 'G', '12': 'T',
};

/**
 * A number in engineering notation: mantissa in [1, 1000), SI prefix, unit. `engineering(0.05, 'V')` is `50 mV`.
 * Outside of atto to tera the exponent is written out.
 * @param digits significant digits at most; trailing zeros are dropped
 */
export function engineering(value: number, unit = '', digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return join('0', unit);
  const rounded = Number(value.toPrecision(digits));
  const exponent = Math.floor(Math.log10(Math.abs(rounded)) / 3 + 1e-9) * 3;
  const prefix = prefixes[String(exponent)];
  if (prefix === undefined) return join(minus(scientific(rounded, digits)), unit);
  const mantissa = Number((rounded / 10 ** exponent).toPrecision(digits));
  return join(minus(String(mantissa)), `${prefix}${unit}`);
}

/** A plain number for tables: few digits, exponent only where needed, a true minus sign. */
export function plainNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-3)) return minus(scientific(value, digits));
  return minus(String(Number(value.toPrecision(digits))));
}

function scientific(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)).toExponential()).replace('e+', 'e');
}

function minus(text: string): string {
  return text.replace('-', '−').replace('e-', 'e−');
}

function join(number: string, unit: string): string {
  return unit === '' ? number : `${number}\u00a0${unit}`;
}
