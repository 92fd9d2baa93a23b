import type { RandomSource } from '@evospice/contracts';
import { permutation } from './indices.ts';
import { filled } from '../linear-algebra/vectors.ts';

/**
 * Latin hypercube sample (McKay, Beckman & Conover 1979): along every axis each of `count` equal strata holds one point,
 * placed uniformly inside it.
 * @returns `count` points of `dimension` coordinates in [0, 1).
 */
export function latinHypercube(count: number, dimension: number, random: RandomSource): number[][] {
  const points = Array.from({ length: count }, () => filled(dimension, 0));
  for (let axis = 0; axis < dimension; axis++) {
    const strata = permutation(count, random);
    for (const [index, point] of points.entries()) point[axis] = (strata[index]! + random.next()) / count;
  }
  return points;
}

/** `count` points, uniform in the unit cube [0, 1)^dimension. */
export function uniformSample(count: number, dimension: number, random: RandomSource): number[][] {
  return Array.from({ length: count }, () => Array.from({ length: dimension }, () => random.next()));
}
