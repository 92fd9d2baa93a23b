import type { ProblemVector } from '@evospice/contracts';

/**
 * Indices into `measured` of the points that carry a residual, ascending: residual j of a vector belongs to the j-th of them.
 * @param every of an evaluation of every k-th point: k. Its simulated value of point i is `simulated[i / k]`.
 */
export function scoredPoints(vector: Pick<ProblemVector, 'scored'>, every = 1): readonly number[] {
  return every === 1 ? vector.scored : vector.scored.filter((point) => point % every === 0);
}
