import fc from 'fast-check';
import { expect, it } from 'vitest';
import { statisticsOf, worstCase } from './statistics.ts';

it('are those of the books', () => {
  // Sample variances 1 and 4, covariance 2: fully correlated; the third does not vary.
  const { mean, deviation, covariance, correlation } = statisticsOf([[1, 2, 5], [2, 4, 5], [3, 6, 5]]);
  expect(mean).toEqual([2, 4, 5]);
  expect(deviation).toEqual([1, 2, 0]);
  expect(covariance).toEqual([[1, 2, 0], [2, 4, 0], [0, 0, 0]]);
  expect(correlation).toEqual([[1, 1, 0], [1, 1, 0], [0, 0, 1]]);
});

it('the worst case moves the figure by as many of its deviations as asked, and no likelier step does', () => {
  const numbers = fc.integer({ min: -300, max: 300 }).map((hundredths) => hundredths / 100);
  fc.assert(fc.property(fc.array(fc.tuple(numbers, numbers), { minLength: 4, maxLength: 12 }), fc.tuple(numbers, numbers), fc.double({ min: 0.5, max: 4, noNaN: true }), fc.double({ min: 0, max: 6.3, noNaN: true }), (rows, gradient, sigmas, angle) => {
    const { covariance } = statisticsOf(rows);
    const [[a, b], [, d]] = covariance as unknown as [[number, number], [number, number]];
    const determinant = a * d - b * b;
    fc.pre(determinant > 1e-3 && Math.hypot(...gradient) > 0.1);
    const moved = (step: readonly number[]): number => step[0]! * gradient[0] + step[1]! * gradient[1];
    const squared = ([x, y]: readonly number[]): number => (d * x! * x! - 2 * b * x! * y! + a * y! * y!) / determinant;
    const { step, deviation } = worstCase(covariance, gradient, sigmas);
    expect(moved(step)).toBeCloseTo(sigmas * deviation, 8);
    expect(squared(step)).toBeCloseTo(sigmas ** 2, 6);
    const other = [Math.cos(angle), Math.sin(angle)];
    const share = (sigmas * deviation) / moved(other);
    if (Number.isFinite(share)) expect(squared(other.map((value) => value * share))).toBeGreaterThan(sigmas ** 2 * (1 - 1e-6));
  }));
});

it('does not move where the figure does not vary', () => {
  expect(worstCase([[1, 0], [0, 0]], [0, 5], 3)).toEqual({ step: [0, 0], deviation: 0 });
});
