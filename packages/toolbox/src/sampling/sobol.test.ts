import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { sobol } from './sobol.ts';

/** Each 2^k-th of each axis holds one point. */
function expectStratified(points: readonly (readonly number[])[]): void {
  for (let axis = 0; axis < points[0]!.length; axis++) {
    expect(new Set(points.map((point) => Math.floor(point[axis]! * points.length))).size).toBe(points.length);
    for (const point of points) expect(point[axis]).toBeLessThan(1);
  }
}

describe('sobol', () => {
  test('begins as the published sequence does', () => {
    // scipy.stats.qmc.Sobol(6, scramble=False), SciPy 1.17.1, which has the same table.
    expect(sobol(6, 6)).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
    ]);
  });

  test('has the right point far out and on high axes', () => {
    // Point 1000 on axes 1, 10, 20, 40 and 80: scipy.stats.qmc.Sobol(80, scramble=False), SciPy 1.17.1.
    const point = sobol(1, 80, undefined, 1000)[0]!;
    expect([0, 9, 19, 39, 79].map((axis) => point[axis])).toEqual([0.2197265625, 0.0693359375, 0.7255859375, 0.4794921875, 0.1201171875]);
  });

  test.each([1, 2, 5, 9])('2^%i points are stratified on all 80 axes, plain, scrambled and from a later multiple', (power) => {
    const count = 2 ** power;
    expectStratified(sobol(count, 80));
    expectStratified(sobol(count, 80, createRandom(power)));
    expectStratified(sobol(count, 80, createRandom(power), 3 * count));
  });

  test('neighbouring axes are stratified in pairs, scrambled as well', () => {
    // A (0, 2, 2)-sequence in its first two axes: one point in each dyadic box of area 1/64.
    for (const points of [sobol(64, 2), sobol(64, 2, createRandom(3))]) {
      for (let across = 0; across <= 6; across++) {
        const boxes = points.map(([x, y]) => `${Math.floor(x! * 2 ** across)} ${Math.floor(y! * 2 ** (6 - across))}`);
        expect(new Set(boxes).size).toBe(64);
      }
    }
  });

  test('continues where it left off, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 1, max: 20 }), fc.integer(), (skip, count, seed) => {
        expect(sobol(count, 5, createRandom(seed), skip)).toEqual(sobol(skip + count, 5, createRandom(seed)).slice(skip));
        expect(sobol(count, 5, undefined, skip)).toEqual(sobol(skip + count, 5).slice(skip));
      }),
    );
  });

  test('integrates better than chance would', () => {
    // The mean of 12 (x - 1/2)^2 over each of 20 axes is 1; 1024 random points would miss it by 0.028 in the root mean square.
    const points = sobol(1024, 20, createRandom(5));
    for (let axis = 0; axis < 20; axis++) {
      const mean = points.reduce((sum, point) => sum + 12 * (point[axis]! - 0.5) ** 2, 0) / points.length;
      expect(Math.abs(mean - 1)).toBeLessThan(0.003);
    }
  });

  test('refuses what its table does not reach', () => {
    expect(() => sobol(1, 81)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => sobol(2, 1, undefined, 2 ** 32 - 1)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
