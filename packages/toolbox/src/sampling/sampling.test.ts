import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { halton } from './halton.ts';
import { distinctIndices, permutation } from './indices.ts';
import { latinHypercube, uniformSample } from './latin-hypercube.ts';

const inside = (points: readonly (readonly number[])[]): boolean => points.every((point) => point.every((value) => value >= 0 && value < 1));

describe('latinHypercube', () => {
  test('puts one point into each stratum of each axis', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 8 }), fc.integer(), (count, dimension, seed) => {
        const points = latinHypercube(count, dimension, createRandom(seed));
        expect(inside(points)).toBe(true);
        for (let axis = 0; axis < dimension; axis++) {
          const strata = points.map((point) => Math.floor(point[axis]! * count)).sort((a, b) => a - b);
          expect(strata).toEqual(Array.from({ length: count }, (_, index) => index));
        }
      }),
    );
  });

  test('is the same for the same seed', () => {
    expect(latinHypercube(5, 3, createRandom(1))).toEqual(latinHypercube(5, 3, createRandom(1)));
    expect(inside(uniformSample(50, 3, createRandom(1)))).toBe(true);
    expect(permutation(6, createRandom(2)).sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('halton', () => {
  test('is the radical inverse in bases 2 and 3', () => {
    // Halton 1960.
    const expected = [[0, 0], [1 / 2, 1 / 3], [1 / 4, 2 / 3], [3 / 4, 1 / 9], [1 / 8, 4 / 9], [5 / 8, 7 / 9]];
    for (const [index, point] of halton(6, 2).entries()) for (const axis of [0, 1]) expect(point[axis]).toBeCloseTo(expected[index]![axis]!, 12);
    expect(halton(2, 2, undefined, 4)).toEqual(halton(6, 2).slice(4));
  });

  test('scrambled, it still puts one point of each b into each b-th of an axis, and is uncorrelated in high dimensions', () => {
    const points = halton(101, 26, createRandom(4));
    expect(inside(points)).toBe(true);
    expect(new Set(points.map((point) => Math.floor(point[25]! * 101))).size).toBe(101);
    for (let axis = 0; axis < 3; axis++) {
      const base = [2, 3, 5][axis]!;
      expect(new Set(points.slice(0, base).map((point) => Math.floor(point[axis]! * base))).size).toBe(base);
    }
    const many = halton(500, 26, createRandom(4));
    const correlation = (12 * many.reduce((sum, point) => sum + (point[24]! - 0.5) * (point[25]! - 0.5), 0)) / many.length;
    expect(Math.abs(correlation)).toBeLessThan(0.2);
  });

  test('continues where it left off for a source in the same state', () => {
    expect(halton(5, 4, createRandom(8), 10)).toEqual(halton(15, 4, createRandom(8)).slice(10));
  });
});

test('distinct indices leave out what they are told to', () => {
  expect(distinctIndices(3, 4, createRandom(1), [2]).sort()).toEqual([0, 1, 3]);
  expect(() => distinctIndices(4, 4, createRandom(1), [2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
});
