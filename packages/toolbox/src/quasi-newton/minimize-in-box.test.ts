import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimizeInBox, type DifferentiableValue } from './minimize-in-box.ts';

/** Rosenbrock 1960 in n coordinates. */
function rosenbrock(point: readonly number[]): DifferentiableValue {
  let value = 0;
  const gradient = point.map(() => 0);
  for (let i = 0; i + 1 < point.length; i++) {
    const [x, y] = [point[i]!, point[i + 1]!];
    value += 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    gradient[i]! += -400 * x * (y - x * x) - 2 * (1 - x);
    gradient[i + 1]! += 200 * (y - x * x);
  }
  return { value, gradient };
}

describe('minimizeInBox', () => {
  test('goes down the curved valley in ten dimensions', () => {
    const start = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? -1.2 : 1));
    const { point, value } = minimizeInBox(rosenbrock, start, { lower: start.map(() => -5), upper: start.map(() => 5), iterations: 300, tolerance: 1e-15 });
    expect(value).toBeLessThan(1e-9);
    for (const place of point) expect(place).toBeCloseTo(1, 3);
  });

  test('ends on the bound where the minimum lies', () => {
    // On x <= 0.5 the valley is left at x = 0.5, y = x^2, with value (1 - x)^2.
    const { point, value } = minimizeInBox(rosenbrock, [-1, 2], { lower: [-2, -2], upper: [0.5, 2], iterations: 200, tolerance: 1e-14 });
    expect(point[0]).toBe(0.5);
    expect(point[1]).toBeCloseTo(0.25, 4);
    expect(value).toBeCloseTo(0.25, 6);
  });

  test('finds the nearest point of a box to any point', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 6 }), (pairs) => {
        const target = pairs.map(([wanted]) => wanted);
        const f = (point: readonly number[]): DifferentiableValue => ({
          value: point.reduce((sum, place, i) => sum + (i + 1) * (place - target[i]!) ** 2, 0),
          gradient: point.map((place, i) => 2 * (i + 1) * (place - target[i]!)),
        });
        const { point } = minimizeInBox(f, pairs.map(([, from]) => from), { lower: target.map(() => -1), upper: target.map(() => 1), tolerance: 1e-14 });
        for (const [i, wanted] of target.entries()) expect(Math.abs(point[i]! - Math.min(1, Math.max(-1, wanted)))).toBeLessThan(1e-5);
      }),
    );
  });

  test('steps back from where there is no value', () => {
    const f = ([x]: readonly number[]): DifferentiableValue => (x! > 0 ? { value: x! - Math.log(x!), gradient: [1 - 1 / x!] } : { value: Infinity, gradient: [0] });
    const { point } = minimizeInBox(f, [5], { lower: [-10], upper: [10], iterations: 100, tolerance: 1e-14 });
    expect(point[0]).toBeCloseTo(1, 5);
  });

  test('refuses bounds of another length', () => {
    expect(() => minimizeInBox(rosenbrock, [0, 0], { lower: [0], upper: [1, 1] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
