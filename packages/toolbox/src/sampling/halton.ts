import type { RandomSource } from '@evospice/contracts';
import { permutation } from './indices.ts';
import { filled } from '../linear-algebra/vectors.ts';

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => prime * prime > number || number % prime !== 0)) found.push(number);
  }
  return found;
}

/**
 * Halton sequence (Halton 1960), its digits permuted at random (Owen 2017, "A randomized Halton algorithm in R"), which
 * breaks the correlation between axes with large bases. Unlike a Latin hypercube it may be continued: points
 * `skip … skip + count` of one random source's scramble fill the gaps of the points before, provided the source is in the same state.
 * @param random scrambles; left out, the plain sequence, which is poor above about 8 dimensions.
 * @param skip points of the sequence to pass over.
 * @returns `count` points of `dimension` coordinates in [0, 1).
 */
export function halton(count: number, dimension: number, random?: RandomSource, skip = 0): number[][] {
  const points = Array.from({ length: count }, () => filled(dimension, 0));
  for (const [axis, base] of primes(dimension).entries()) {
    // Digits beyond the precision of a double change nothing.
    const digits = Math.floor(53 / Math.log2(base));
    const scrambles = random === undefined ? undefined : Array.from({ length: digits }, () => permutation(base, random));
    for (const [index, point] of points.entries()) point[axis] = radicalInverse(index + skip, base, digits, scrambles);
  }
  return points;
}

function radicalInverse(index: number, base: number, digits: number, scrambles: readonly (readonly number[])[] | undefined): number {
  let rest = index;
  let weight = 1;
  let value = 0;
  for (let place = 0; place < digits; place++) {
    weight /= base;
    const digit = rest % base;
    value += weight * (scrambles === undefined ? digit : scrambles[place]![digit]!);
    rest = Math.floor(rest / base);
  }
  return Math.min(value, 1 - Number.EPSILON);
}
