import { filled } from '../linear-algebra/filled.ts';
import type { RandomSource } from '@evospice/kernel';

/** A random order of 0 … count - 1 (Fisher & Yates). */
export function permutation(count: number, random: RandomSource): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

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
