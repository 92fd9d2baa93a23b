import { describe, expect, test } from 'vitest';
import type { Observation } from './observations.ts';
import { globalSubset, likeliestTransform, localSubset, trainingSet } from './training-set.ts';

const line = (costs: readonly number[]): Observation[] => costs.map((cost, index) => ({ unit: [index / costs.length], cost }));

describe('training set', () => {
  test('a failure counts as the worst cost that worked, a cost of nothing as a tenth of the least', () => {
    const { values, valueOf } = trainingSet(line([2, Infinity, 0, 0.5]), 'log');
    expect(values).toEqual([Math.log(2), Math.log(2), Math.log(0.05), Math.log(0.5)]);
    expect(valueOf(Infinity)).toBe(Math.log(2));
    expect(trainingSet(line([2, Infinity, 4]), 'none').values).toEqual([2, 4, 4]);
  });

  test('keeps the best half and a sample of the others, in order', () => {
    const observations = line([9, 1, 8, 2, 7, 3, 6, 4, 5, Infinity]);
    expect(globalSubset(observations, 20)).toEqual(observations);
    // The best are 1, 2 and 3; of the others by rank, 4 5 6 7 8 9 and the failure, the first, third and fifth.
    expect(globalSubset(observations, 6).map(({ cost }) => cost)).toEqual([1, 8, 2, 3, 6, 4]);
  });

  test('keeps the nearest, in length scales', () => {
    const observations = [[0, 0], [0.2, 0], [0, 0.3], [1, 1]].map((unit): Observation => ({ unit, cost: 1 }));
    expect(localSubset(observations, 2, [0, 0], [1, 1]).map(({ unit }) => unit)).toEqual([[0, 0], [0.2, 0]]);
    expect(localSubset(observations, 2, [0, 0], [1, 10]).map(({ unit }) => unit)).toEqual([[0, 0], [0, 0.3]]);
  });

  test('sees decades as decades, and a parabola as it is', () => {
    const places = Array.from({ length: 25 }, (_, index) => index / 25);
    const over = (f: (x: number) => number): Observation[] => places.map((x) => ({ unit: [x], cost: f(x) }));
    expect(likeliestTransform(over((x) => 10 ** (4 * Math.sin(7 * x))))).toBe('log');
    expect(likeliestTransform(over((x) => (x - 0.413) ** 2 + 1e-6))).toBe('none');
  });
});
