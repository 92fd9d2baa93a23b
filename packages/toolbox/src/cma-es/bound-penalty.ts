import { quantile } from '../statistics/statistics.ts';
import type { CmaEsState } from './state.ts';

/** What the boundary handling of CMA-ES remembers between generations. */
export interface CmaEsBounds {
  /** Weight gamma of each coordinate; undefined until the mean first left the box. */
  readonly weights?: readonly number[];
  /** Interquartile ranges of the costs of the last generations, newest last. */
  readonly ranges: readonly number[];
}

/**
 * Weights of the penalty for points outside the unit cube, which are evaluated at the nearest point inside (Hansen,
 * Niederberger, Guzzella & Koumoutsakos, "A method for handling uncertainty in evolutionary optimization", IEEE Trans. Evol.
 * Comput. 13:180-197, 2009, section IV-B). They are set from the spread of the costs when the mean first lies outside, and grow
 * while it stays far outside.
 * @param before what was remembered, `{ ranges: [] }` at first. @param costs of the present generation without a penalty; Infinity for failures.
 */
export function cmaEsBounds(before: CmaEsBounds, state: CmaEsState, costs: readonly number[]): CmaEsBounds {
  const { mean, sigma, covariance, strategy: { dimension: n, lambda, muEff } } = state;
  const finite = costs.filter(Number.isFinite);
  const spread = finite.length < 2 ? 0 : quantile(finite, 0.75) - quantile(finite, 0.25);
  const ranges = [...before.ranges, ...(spread > 0 ? [spread] : [])].slice(-Math.ceil(20 + (3 * n) / lambda));
  const beyond = mean.map((place) => Math.max(0, -place, place - 1));
  if (ranges.length === 0 || (before.weights === undefined && beyond.every((distance) => distance === 0))) return { ...before, ranges };
  const variance = covariance.reduce((sum, row, axis) => sum + row[axis]!, 0) / n;
  const weights = before.weights ?? mean.map(() => (2 * quantile(ranges, 0.5)) / (sigma * sigma * variance));
  const factor = 1.1 ** Math.min(1, muEff / (10 * n));
  const far = (axis: number): number => 3 * sigma * Math.sqrt(covariance[axis]![axis]!) * Math.max(1, Math.sqrt(n) / muEff);
  return { ranges, weights: weights.map((weight, axis) => (beyond[axis]! > far(axis) ? weight * factor : weight)) };
}

/** Penalty of a point of n coordinates: the mean over them of gamma (distance outside)^2 / xi, in units of cost (Hansen et al. 2009); 0 inside the cube. */
export function cmaEsPenalty(bounds: CmaEsBounds, state: CmaEsState, point: readonly number[]): number {
  const { weights } = bounds;
  if (weights === undefined) return 0;
  const logs = state.covariance.map((row, axis) => Math.log(row[axis]!));
  const level = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  return point.reduce((sum, place, axis) => sum + (weights[axis]! * Math.max(0, -place, place - 1) ** 2) / Math.exp(0.9 * (logs[axis]! - level)), 0) / point.length;
}
