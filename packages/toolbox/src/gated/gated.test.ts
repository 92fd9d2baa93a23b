import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { searchGated, withoutEffect } from './gated.ts';

describe('parameters without effect', () => {
  test('are the columns next to nothing', () => {
    expect(withoutEffect([[1, 0, 1e-9, 0.1], [2, 0, 0, 0.1]])).toEqual([1, 2]);
    expect(withoutEffect([[0, 0], [0, 0]])).toEqual([]);
    expect(withoutEffect([])).toEqual([]);
  });
});

describe('search for gated parameters', () => {
  // A leakage a * exp(-b) that is off at a = 0: neither has a slope there.
  const cost = ([a, b]: readonly number[]): number => Math.abs(Math.log((a! * Math.exp(-5 * b!) + 1e-12) / 2e-4)) + (a! > 0.3 ? a! : 0);

  test('finds where they act together, and moves nothing else', () => {
    const at = [0, 0.5, 0.7];
    const found = searchGated({ at, axes: [0, 1], cost, opens: (axis) => axis === 0 }, createRandom(1));
    expect(found.cost).toBeLessThan(0.05 * cost(at));
    expect(found.point[2]).toBe(0.7);
    for (const value of found.point) expect(value >= 0 && value <= 1).toBe(true);
    expect(searchGated({ at, axes: [0, 1], cost, opens: (axis) => axis === 0 }, createRandom(1))).toEqual(found);
  });

  test('stays where nothing is better, and where costs do not exist', () => {
    expect(searchGated({ at: [0.5], axes: [0], cost: ([a]) => (a! - 0.5) ** 2 }, createRandom(2)).point).toEqual([0.5]);
    expect(searchGated({ at: [0.5], axes: [0], cost: ([a]) => (a === 0.5 ? 1 : Number.NaN), trials: 9 }, createRandom(2)).point).toEqual([0.5]);
    expect(searchGated({ at: [0.5], axes: [], cost: () => 3 }, createRandom(2))).toEqual({ point: [0.5], cost: 3 });
  });
});
