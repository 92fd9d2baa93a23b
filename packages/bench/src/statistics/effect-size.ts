/**
 * Vargha and Delaney's A12 (2000), "P(X < Y) + P(X = Y) / 2" for errors: the chance that a value drawn from `first` is the
 * lower one, ties counting half. Both need at least one value; NaN otherwise.
 */
export function chanceOfLower(first: readonly number[], second: readonly number[]): number {
  let lower = 0;
  for (const x of first) for (const y of second) lower += x < y ? 1 : x === y ? 0.5 : 0;
  return lower / (first.length * second.length);
}
