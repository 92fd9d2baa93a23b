const scales: Readonly<Record<string, number>> = { t: 1e12, g: 1e9, x: 1e6, k: 1e3, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15 };
const shape = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:e([+-]?\d+))?([a-z%_]*)$/i;

/**
 * Reads a number by Xyce's rules: `x` and `meg` are 1e6, `mil` is 25.4e-6; an `a` is ampere and scales nothing.
 * @returns undefined for anything that is not a single number
 */
export function parseXyceNumber(text: string): number | undefined {
  const match = shape.exec(text);
  if (match === null) return undefined;
  const [, mantissa, exponent, suffix] = match;
  const letters = suffix!.toLowerCase();
  const scale = letters.startsWith('meg') ? 1e6 : letters.startsWith('mil') ? 25.4e-6 : (scales[letters.charAt(0)] ?? 1);
  const value = Number(exponent === undefined ? mantissa : `${mantissa}e${exponent}`) * scale;
  return Number.isFinite(value) ? value : undefined;
}
