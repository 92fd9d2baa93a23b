import { fitGaussianProcess, logMarginalLikelihood } from '@evospice/toolbox';
import type { Observation } from './observations.ts';

/** What the model is fitted to: smaller is better. */
export interface TrainingSet {
  readonly points: readonly (readonly number[])[];
  readonly values: readonly number[];
  /** Any cost as the model sees it. */
  readonly valueOf: (cost: number) => number;
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

/** What the model sees of a cost. */
export type Transform = 'log' | 'none';

const transforms: Readonly<Record<Transform, { readonly value: (cost: number) => number; readonly logSlope: (cost: number) => number }>> = {
  log: { value: Math.log, logSlope: (cost) => -Math.log(cost) },
  none: { value: (cost) => cost, logSlope: () => 0 },
};

/**
 * Values for the model. A failure counts as the worst cost that worked: worse would bend the model, better would invite.
 * @param observations at least one of finite cost.
 */
export function trainingSet(observations: readonly Observation[], transform: Transform): TrainingSet {
  const finite = observations.map(({ cost }) => cost).filter((cost) => cost < Infinity);
  const worst = Math.max(...finite);
  const least = leastPositive(finite);
  const valueOf = (cost: number): number => transforms[transform].value(Math.min(worst, Math.max(least, cost)));
  return { points: observations.map(({ unit }) => unit), values: observations.map(({ cost }) => valueOf(cost)), valueOf };
}

/** A cost of 0 has no logarithm; it counts as a little better than the best that is not 0. */
function leastPositive(costs: readonly number[]): number {
  return 0.1 * Math.min(1, ...costs.filter((cost) => cost > 0));
}

/**
 * The transform under which the costs are most likely values of a Gaussian process (Snelson, Rasmussen & Ghahramani 2004, "Warped
 * Gaussian processes"): the marginal likelihood of the transformed costs times the slope of the transform at each. A cost that spans
 * decades is smoother in the logarithm; one that vanishes at its least is not, since the logarithm has a pole there.
 * @param observations at least one of finite cost.
 */
export function likeliestTransform(observations: readonly Observation[]): Transform {
  const working = observations.filter(({ cost }) => cost < Infinity);
  const least = leastPositive(working.map(({ cost }) => cost));
  const likelihoods = (['log', 'none'] as const).map((transform) => {
    const { points, values } = trainingSet(working, transform);
    const { parameters } = fitGaussianProcess(points, values, { starts: 1, iterations: 15 });
    const slopes = working.reduce((sum, { cost }) => sum + transforms[transform].logSlope(Math.max(least, cost)), 0);
    return { transform, value: logMarginalLikelihood(points, values, parameters).value + slopes };
  });
  return likelihoods.reduce((best, entry) => (entry.value > best.value ? entry : best)).transform;
}
