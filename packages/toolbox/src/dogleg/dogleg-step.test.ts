import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastSquares } from '../linear-algebra/least-squares.ts';
import { addScaled, multiply, norm } from '../linear-algebra/vectors.ts';
import { createRandom } from '../random/create-random.ts';
import { doglegStep } from './dogleg-step.ts';

const far = (n: number): { lower: number[]; upper: number[] } => ({ lower: Array.from({ length: n }, () => Number.NEGATIVE_INFINITY), upper: Array.from({ length: n }, () => Number.POSITIVE_INFINITY) });

describe('doglegStep', () => {
  test('stays in region and bounds, and the linear model falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.double({ min: 1e-3, max: 10, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), fc.integer(), (m, n, radius, room, seed) => {
        const random = createRandom(seed);
        const jacobian = Array.from({ length: m }, () => Array.from({ length: n }, () => random.normal()));
        const residuals = Array.from({ length: m }, () => random.normal());
        const scale = Array.from({ length: n }, () => 0.1 + random.next());
        // Some parameters are on a bound.
        const bound = (): number => Math.max(0, room * (random.next() - 0.2));
        const lower = scale.map(() => -bound());
        const upper = scale.map(bound);
        const { step, scaledNorm, predicted, active } = doglegStep({ jacobian, residuals, scale, radius, lower, upper });
        for (const [index, value] of step.entries()) {
          expect(Math.abs(value) * scale[index]!).toBeLessThanOrEqual(radius * (1 + 1e-12));
          expect(value).toBeGreaterThanOrEqual(lower[index]!);
          expect(value).toBeLessThanOrEqual(upper[index]!);
        }
        expect(scaledNorm).toBe(Math.max(...step.map((value, index) => Math.abs(value) * scale[index]!)));
        for (const index of active) expect([lower[index], upper[index]]).toContain(step[index]);
        const after = norm(addScaled(residuals, multiply(jacobian, step)));
        expect(after).toBeLessThanOrEqual(norm(residuals) * (1 + 1e-12));
        expect(predicted).toBeCloseTo(1 - (after / norm(residuals)) ** 2, 9);
      }),
      // Bounds as narrow as the smallest number, met by rounding.
      { examples: [[1, 4, 0.001, 2.5e-323, -61741943]] },
    );
  });

  test('is the Gauss-Newton step where region and bounds are far, whatever the scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer(), (n, seed) => {
        const random = createRandom(seed);
        const jacobian = Array.from({ length: n + 3 }, () => Array.from({ length: n }, () => random.normal()));
        const residuals = jacobian.map(() => random.normal());
        const { step, lambda } = doglegStep({ jacobian, residuals, scale: Array.from({ length: n }, () => 0.1 + random.next()), radius: 1e6, ...far(n) });
        expect(lambda).toBe(0);
        for (const [index, value] of leastSquares(jacobian, residuals.map((value) => -value)).solution.entries()) expect(step[index]).toBeCloseTo(value, 8);
      }),
    );
  });

  test.each([1e57, 1e200, 1e-200, 1e300, 1e-300])('does not depend on the units of the residuals: %d', (unit) => {
    // Products of such numbers overflow or vanish; the step and its promise are those of the same model in other units.
    const random = createRandom(3);
    const jacobian = Array.from({ length: 4 }, () => [random.normal(), random.normal()]);
    const residuals = jacobian.map(() => random.normal());
    for (const radius of [0.1, 100]) {
      const usual = doglegStep({ jacobian, residuals, scale: [1, 2], radius, ...far(2) });
      const found = doglegStep({ jacobian: jacobian.map((row) => row.map((value) => unit * value)), residuals: residuals.map((value) => unit * value), scale: [1, 2], radius, ...far(2) });
      for (const [index, value] of usual.step.entries()) expect(found.step[index]).toBeCloseTo(value, 12);
      expect(found.predicted).toBeCloseTo(usual.predicted, 12);
      expect(found.slope).toBeCloseTo(usual.slope, 12);
    }
  });

  test('is finite where derivatives and residuals are worlds apart', () => {
    const { step } = doglegStep({ jacobian: [[1e160, 1], [0, 1]], residuals: [1, 1], scale: [1, 1], radius: 1, ...far(2) });
    expect(step.every(Number.isFinite)).toBe(true);
  });

  test('goes down the gradient in a small region, bends in a wider one', () => {
    // r = (x - 3, 2 (y - 1)): at the origin the gradient is -(3, 4); along it the model is least at 25 / 73 of it; the end is (3, 1).
    const problem = { jacobian: [[1, 0], [0, 2]], residuals: [-3, -2], scale: [1, 1], ...far(2) };
    const small = doglegStep({ ...problem, radius: 0.1 });
    expect(small.step[1]).toBe(0.1);
    expect(small.step[0]).toBeCloseTo(0.075, 12);
    expect(small.lambda).toBe(1);
    const [x, y] = [75 / 73, 100 / 73];
    const bend = doglegStep({ ...problem, radius: 2 });
    expect(bend.step[0]).toBe(2);
    expect(bend.step[1]).toBeCloseTo(y + ((1 - y) * (2 - x)) / (3 - x), 12);
    expect(bend.lambda).toBe(1);
  });

  test('goes on along a bound, over any number of them', () => {
    // r = (x + y - 2, y - x): with x <= 0.5 the best y is 1.
    const { step, active, lambda } = doglegStep({ jacobian: [[1, 1], [-1, 1]], residuals: [-2, 0], scale: [1, 1], radius: 100, lower: [0, 0], upper: [0.5, 5] });
    expect(active).toEqual([0]);
    expect(step[0]).toBe(0.5);
    expect(step[1]).toBeCloseTo(1, 12);
    expect(lambda).toBe(0);
    const corner = doglegStep({ jacobian: [[1, 0], [0, 1]], residuals: [-3, -4], scale: [1, 1], radius: 100, lower: [0, 0], upper: [1, 2] });
    expect(corner.step).toEqual([1, 2]);
  });

  test('stays where nothing can be gained, and refuses a region without extent', () => {
    expect(doglegStep({ jacobian: [[0, 0]], residuals: [1], scale: [1, 1], radius: 1, ...far(2) })).toMatchObject({ step: [0, 0], predicted: 0 });
    expect(doglegStep({ jacobian: [[1]], residuals: [1], scale: [1], radius: 1, lower: [0], upper: [0] }).step).toEqual([0]);
    expect(() => doglegStep({ jacobian: [[1]], residuals: [1], scale: [1], radius: 0, ...far(1) })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
