import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/catalogue.ts';
import { namedFunction } from '../catalogue/named-function.ts';
import { isLeastSquares } from '../function/test-function.ts';
import { ackley } from './multimodal.ts';
import { powellSingular, rosenbrock } from './smooth.ts';
import { spiceOpusCase } from './spice-opus-case.ts';

const classics = [...catalogue].filter(([name]) => !/^(bbob|mgh)-/.test(name))
  .map(([name, { family }]) => [name, namedFunction(name, family === 'scalable' ? { dimension: 6 } : {})] as const);

describe.each(classics)('%s', (_, testFunction) => {
  const { dimension, lower, upper, minimum } = testFunction;

  test('has its minima where it says, inside the box', () => {
    expect(minimum.points!.length).toBeGreaterThan(0);
    for (const point of minimum.points!) {
      expect(Math.abs(testFunction.evaluate(point) - minimum.value)).toBeLessThan(1e-12);
      expect(point.every((value, i) => value >= lower[i]! && value <= upper[i]!)).toBe(true);
      expect(testFunction.feasible?.(point) ?? true).toBe(true);
    }
  });

  test('is nowhere below them', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: dimension, maxLength: dimension }), (unit) => {
      const x = unit.map((place, i) => lower[i]! + place * (upper[i]! - lower[i]!));
      fc.pre(testFunction.feasible?.(x) ?? true);
      expect(testFunction.evaluate(x)).toBeGreaterThanOrEqual(minimum.value - 1e-12);
      if (isLeastSquares(testFunction)) {
        const residuals = testFunction.residuals(x);
        const sum = residuals.reduce((total, residual) => total + residual * residual, 0);
        expect(residuals).toHaveLength(testFunction.residualCount);
        expect(Math.abs(testFunction.evaluate(x) - sum)).toBeLessThanOrEqual(1e-12 * sum);
      }
    }), { seed: 1 });
  });

  test('starts inside the box, above the minimum', () => {
    const { start } = testFunction;
    if (start === undefined) return;
    expect(start.every((value, i) => value >= lower[i]! && value <= upper[i]!)).toBe(true);
    expect(testFunction.evaluate(start)).toBeGreaterThan(minimum.value + 0.1);
  });
});

test('values of the literature at the customary starts', () => {
  // Moré, Garbow & Hillstrom 1981: Rosenbrock 24.2 at (-1.2, 1), Powell's singular function 215 at (3, -1, 0, 1).
  expect(rosenbrock(2).evaluate([-1.2, 1])).toBeCloseTo(24.2, 12);
  expect(powellSingular().evaluate([3, -1, 0, 1])).toBeCloseTo(215, 10);
});

test('Ackley keeps its digits near the minimum', () => {
  // -20 expm1(-0.2 r) with r = 1e-9 / sqrt(2) * ..., the cosine term being of second order: 4 r.
  const r = 1e-9;
  expect(ackley(2).evaluate([r, r]) / (4 * r)).toBeCloseTo(1, 6);
});

describe('the case of SPICE OPUS', () => {
  const opus = spiceOpusCase();

  test('forbids the disc between its wells', () => {
    expect(opus.feasible!([5, 5])).toBe(false);
    expect(opus.feasible!([2, 5])).toBe(false);
    expect(opus.feasible!([1.9, 5])).toBe(true);
    expect(opus.feasible!(opus.start!)).toBe(true);
  });

  test('has its best well near (2, 2) at 0.5, and worse ones at the other three', () => {
    expect(opus.evaluate([2, 2])).toBeCloseTo(0.5, 6);
    for (const [x, y] of [[2, 8], [8, 2], [8, 8]] as const) expect(opus.evaluate([x, y])).toBeGreaterThan(1.5);
  });
});
