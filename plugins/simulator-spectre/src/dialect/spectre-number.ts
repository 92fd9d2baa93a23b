/** Case counts: `M` is 1e6 and `m` is 1e-3. */
const scales: Readonly<Record<string, number>> = {
  '': 1, T: 1e12, G: 1e9, M: 1e6, K: 1e3, k: 1e3, _: 1, '%': 1e-2, c: 1e-2, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18,
};
const shape = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([A-Za-z%_]?)$/;

/**
 * Reads a number by Spectre's rules, where the case of a suffix counts and nothing may be behind it.
 * @returns undefined for anything that is not a single number, such as an expression or a word
 */
export function parseSpectreNumber(text: string): number | undefined {
  const match = shape.exec(text);
  const scale = match === null ? undefined : scales[match[2]!];
  if (match === null || scale === undefined) return undefined;
  const value = Number(match[1]) * scale;
  return Number.isFinite(value) ? value : undefined;
}
