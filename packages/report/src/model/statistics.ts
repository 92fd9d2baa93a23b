/** Median with quartiles of some runs. An infinite value says that so many runs never got there. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/**
 * Median and quartiles, linear between order statistics. Unlike the toolbox's quantile it takes infinite values, which
 * stand for runs that never reached a target: a quantile next to one of them is infinite.
 * Null for no values.
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return { median: at(sorted, 0.5), lower: at(sorted, 0.25), upper: at(sorted, 0.75), count: sorted.length };
}

function at(sorted: readonly number[], fraction: number): number {
  const place = fraction * (sorted.length - 1);
  const below = Math.floor(place);
  const share = place - below;
  const low = sorted[below] as number;
  if (share < 1e-9) return low;
  const high = sorted[below + 1] as number;
  return low === high ? low : low + share * (high - low);
}
