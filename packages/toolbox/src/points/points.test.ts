import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centroid, largestExtent, meanRadius, separatedIndices } from './point-sets.ts';
import { rankByCost } from './rank-by-cost.ts';

test('the centroid by hand', () => {
  expect(centroid([[0, 0.2], [0.4, 0.4]])).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.3, 12)]);
  expect(() => centroid([])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
});

test('meanRadius is relative to the diagonal', () => {
  // Opposite corners of a square: half a diagonal from the centre.
  expect(meanRadius([[0, 0], [1, 1]])).toBeCloseTo(0.5, 12);
  expect(meanRadius([[0.3, 0.3, 0.1]])).toBe(0);
  expect(() => meanRadius([])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
});

test('separatedIndices takes the earlier of two neighbours', () => {
  expect(separatedIndices([[0.5, 0.5], [0.52, 0.5], [0.5, 0.61], [0.9, 0.5], [0.1, 0.1]], 0.1, 3)).toEqual([0, 2, 3]);
  expect(separatedIndices([], 0.1, 3)).toEqual([]);
});

test('largestExtent is that of the widest axis', () => {
  expect(largestExtent([[0.1, 0.9], [0.3, 0.2], [0.2, 0.4]])).toBeCloseTo(0.7, 12);
  expect(largestExtent([[0.3, 0.1]])).toBe(0);
  expect(largestExtent([])).toBe(0);
});

test('rankByCost sorts, failures last, equal costs in their order', () => {
  expect(rankByCost([Infinity, 2, 1, Infinity, 2])).toEqual([2, 1, 4, 0, 3]);
  fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Infinity))), (costs) => {
    const ranked = rankByCost(costs);
    expect(ranked.toSorted((a, b) => a - b)).toEqual(costs.map((_, index) => index));
    for (const [rank, index] of ranked.slice(1).entries()) {
      const before = ranked[rank]!;
      expect(costs[before]! < costs[index]! || (costs[before] === costs[index] && before < index)).toBe(true);
    }
  }));
});
