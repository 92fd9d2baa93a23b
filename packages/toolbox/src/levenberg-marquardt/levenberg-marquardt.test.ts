import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addScaled, dot, multiply, multiplyTransposed, norm } from '../linear-algebra/vectors.ts';
import { createRandom } from '../random/create-random.ts';
import { boundedLevenbergMarquardtStep } from './bounded-step.ts';
import { levenbergMarquardtStep } from './step.ts';
import { columnScale, initialRadius, updateTrustRegion } from './trust-region.ts';

const randomProblem = (m: number, n: number, seed: number): { jacobian: number[][]; residuals: number[]; scale: number[] } => {
  const random = createRandom(seed);
  return {
    jacobian: Array.from({ length: m }, () => Array.from({ length: n }, () => random.normal())),
    residuals: Array.from({ length: m }, () => random.normal()),
    scale: Array.from({ length: n }, () => 0.1 + random.next()),
  };
};

describe('levenbergMarquardtStep', () => {
  test('solves the damped normal equations, on the trust region or inside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.double({ min: 1e-3, max: 10, noNaN: true }), fc.integer(), (m, n, radius, seed) => {
        const { jacobian, residuals, scale } = randomProblem(m, n, seed);
        const { step, lambda, scaledNorm, predicted } = levenbergMarquardtStep({ jacobian, residuals, scale, radius });
        expect(norm(step.map((value, index) => value * scale[index]!))).toBeCloseTo(scaledNorm, 9);
        expect(scaledNorm).toBeLessThanOrEqual(1.1 * radius * (1 + 1e-9));
        // With fewer residuals than parameters the shortest of many solutions may lie well inside.
        if (lambda > 0 && m >= n) expect(scaledNorm).toBeGreaterThanOrEqual(0.9 * radius * (1 - 1e-9));
        const model = addScaled(residuals, multiply(jacobian, step));
        const gradient = multiplyTransposed(jacobian, model);
        for (const [index, value] of gradient.entries()) expect(value + lambda * scale[index]! ** 2 * step[index]!).toBeCloseTo(0, 6);
        expect(predicted).toBeCloseTo(1 - (norm(model) / norm(residuals)) ** 2, 9);
      }),
    );
  });

  test('is the Gauss-Newton step where that fits, also for a Jacobian short of rank', () => {
    const fits = levenbergMarquardtStep({ jacobian: [[1, 0], [0, 2]], residuals: [1, 1], scale: [1, 1], radius: 10 });
    expect(fits.lambda).toBe(0);
    expect(fits.step[0]).toBeCloseTo(-1, 12);
    expect(fits.step[1]).toBeCloseTo(-0.5, 12);
    const short = levenbergMarquardtStep({ jacobian: [[1, 0], [1, 0]], residuals: [1, 1], scale: [1, 1], radius: 0.5 });
    expect(short.step[0]).toBeCloseTo(-0.5, 1);
    expect(short.step[1]).toBe(0);
  });

  test('stays where it is when nothing can be gained', () => {
    expect(levenbergMarquardtStep({ jacobian: [[0, 0]], residuals: [1], scale: [1, 1], radius: 1 }).step).toEqual([0, 0]);
    expect(levenbergMarquardtStep({ jacobian: [[1, 0]], residuals: [0], scale: [1, 1], radius: 1 }).predicted).toBe(0);
    expect(() => levenbergMarquardtStep({ jacobian: [[1]], residuals: [1], scale: [1], radius: 0 })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('boundedLevenbergMarquardtStep', () => {
  test('keeps to the radius, and the linear model never rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.double({ min: 1e-3, max: 10, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), fc.integer(), (m, n, radius, room, seed) => {
        const { jacobian, residuals, scale } = randomProblem(m, n, seed);
        const random = createRandom(seed + 1);
        // Some parameters are on a bound.
        const bound = (): number => Math.max(0, room * (random.next() - 0.2));
        const { step, scaledNorm, predicted, slope } = boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: scale.map(() => -bound()), upper: scale.map(bound) });
        // A tenth over, by Moré's tolerance, for the whole step, and at least that tenth is left for each smaller problem.
        expect(scaledNorm).toBeLessThanOrEqual(1.1 * radius * Math.sqrt(1 + 0.01 * n) * (1 + 1e-9));
        const model = addScaled(residuals, multiply(jacobian, step));
        expect(norm(model)).toBeLessThanOrEqual(norm(residuals) * (1 + 1e-12));
        expect(predicted).toBeCloseTo(1 - (norm(model) / norm(residuals)) ** 2, 9);
        expect(slope).toBeCloseTo(dot(multiply(jacobian, step), residuals) / dot(residuals, residuals), 9);
      }),
    );
  });

  test('stays inside, promises something, and is the free step where no bound is near', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 2, noNaN: true }), fc.integer(), (m, n, room, seed) => {
        const { jacobian, residuals, scale } = randomProblem(m, n, seed);
        const random = createRandom(seed + 1);
        const lower = scale.map(() => -room * random.next());
        const upper = scale.map(() => room * random.next());
        const { step, active, predicted } = boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius: 0.7, lower, upper });
        for (const [index, value] of step.entries()) {
          expect(value).toBeGreaterThanOrEqual(lower[index]!);
          expect(value).toBeLessThanOrEqual(upper[index]!);
        }
        for (const index of active) expect([lower[index], upper[index]]).toContain(step[index]);
        const model = addScaled(residuals, multiply(jacobian, step));
        expect(predicted).toBeCloseTo(Math.max(0, 1 - (norm(model) / norm(residuals)) ** 2), 9);

        const far = scale.map(() => 100);
        const free = boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius: 0.7, lower: far.map((value) => -value), upper: far });
        const plain = levenbergMarquardtStep({ jacobian, residuals, scale, radius: 0.7 });
        for (const [index, value] of free.step.entries()) expect(value).toBeCloseTo(plain.step[index]!, 6);
      }),
    );
  });

  test('solves for the others again when one is on its bound', () => {
    // r = (x + y - 2, y - x): the free minimum is x = y = 1; with x <= 0.5 the best y is (2 - 0.5 + 0.5) / 2 = 1.
    const { step, active } = boundedLevenbergMarquardtStep({
      jacobian: [[1, 1], [-1, 1]], residuals: [-2, 0], scale: [1, 1], radius: 100, lower: [0, 0], upper: [0.5, 5],
    });
    expect(active).toEqual([0]);
    expect(step[0]).toBe(0.5);
    expect(step[1]).toBeCloseTo(1, 12);
  });
});

describe('updateTrustRegion', () => {
  const outcome = { radius: 1, scaledNorm: 1, lambda: 0.1, predicted: 0.5, before: 1 };

  test('widens after a good step, shrinks after a bad one, refuses a failed one', () => {
    expect(updateTrustRegion({ ...outcome, after: Math.sqrt(0.5) })).toMatchObject({ accepted: true, radius: 2 });
    expect(updateTrustRegion({ ...outcome, after: 0.999 })).toMatchObject({ accepted: true, radius: 0.5 });
    expect(updateTrustRegion({ ...outcome, after: Math.sqrt(0.75) })).toMatchObject({ accepted: true, radius: 1 });
    const worse = updateTrustRegion({ ...outcome, after: 2 });
    expect(worse.accepted).toBe(false);
    expect(worse.radius).toBeGreaterThanOrEqual(0.1);
    expect(worse.radius).toBeLessThan(0.5);
    expect(updateTrustRegion({ ...outcome, after: 50 })).toMatchObject({ accepted: false, radius: 0.1 });
    expect(updateTrustRegion({ ...outcome, after: Number.NaN })).toMatchObject({ accepted: false, radius: 0.25 });
    expect(updateTrustRegion({ ...outcome, predicted: 0, after: 1 }).accepted).toBe(false);
  });

  test('scale never falls', () => {
    expect(columnScale([[3, 0], [4, 0]])).toEqual([5, 1]);
    expect(columnScale([[0.3, 2], [0.4, 0]], [5, 1])).toEqual([5, 2]);
    expect(initialRadius([2, 1], [1, 0], 10)).toBe(20);
    expect(initialRadius([2, 1], [0, 0], 10)).toBe(10);
  });
});
