import type { Observation } from './observations.ts';

/** What the model is fitted to: smaller is better. */
export interface TrainingSet {
  readonly points: readonly (readonly number[])[];
  readonly values: readonly number[];
}

/**
 * The best half of `size` observations and an even sample of the others by rank, so that the model knows the good region
 * well and still remembers where it is poor. All of them while there are no more than `size`.
 */
export function globalSubset(observations: readonly Observation[], size: number): Observation[] {
  if (observations.length <= size) return [...observations];
  const ranked = observations.map((_, index) => index).sort((a, b) => observations[a]!.cost - observations[b]!.cost || a - b);
  const best = Math.ceil(size / 2);
  const others = ranked.slice(best);
  const sampled = Array.from({ length: size - best }, (_, index) => others[Math.floor((index * others.length) / (size - best))]!);
  // In the order they were seen: a model that grew by one point is extended, not made anew.
  return [...ranked.slice(0, best), ...sampled].sort((a, b) => a - b).map((index) => observations[index]!);
}

/** The `size` observations nearest to a centre, distances in length scales. */
export function localSubset(observations: readonly Observation[], size: number, centre: readonly number[], lengthScales: readonly number[]): Observation[] {
  if (observations.length <= size) return [...observations];
  const distance = ({ unit }: Observation): number => unit.reduce((sum, place, axis) => sum + ((place - centre[axis]!) / lengthScales[axis]!) ** 2, 0);
  const distances = observations.map(distance);
  const nearest = distances.map((_, index) => index).sort((a, b) => distances[a]! - distances[b]! || a - b).slice(0, size);
  return nearest.sort((a, b) => a - b).map((index) => observations[index]!);
}

/**
 * Values for the model. A failure counts as the worst cost that worked: worse would bend the model, better would invite.
 * @param observations at least one of finite cost.
 */
export function trainingSet(observations: readonly Observation[], transform: 'log' | 'none'): TrainingSet {
  const finite = observations.map(({ cost }) => cost).filter((cost) => cost < Infinity);
  const worst = Math.max(...finite);
  // A cost of 0 has no logarithm; it counts as a little better than the best that is not 0.
  const least = 0.1 * Math.min(1, ...finite.filter((cost) => cost > 0));
  const value = (cost: number): number => (transform === 'log' ? Math.log(Math.max(least, cost)) : cost);
  return { points: observations.map(({ unit }) => unit), values: observations.map(({ cost }) => value(Math.min(cost, worst))) };
}
