import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiply, norm } from '../linear-algebra/vectors.ts';
import { minimizeQuadraticInBox } from './quadratic-in-box.ts';
import { regionStep, type ResidualModel } from './region-step.ts';

describe('minimum of a quadratic in a box', () => {
  test('is the Newton step where the box is wide, and its clipped coordinate where it is not', () => {
    const matrix = [[4, 1], [1, 3]];
    // A s = -g with g = (-1, -2): s = (1/11, 7/11).
    const inside = minimizeQuadraticInBox(matrix, [-1, -2], [-5, -5], [5, 5]);
    expect(inside[0]).toBeCloseTo(1 / 11, 10);
    expect(inside[1]).toBeCloseTo(7 / 11, 10);
    // With s2 held at 0.1 the first is (1 - 0.1) / 4.
    expect(minimizeQuadraticInBox(matrix, [-1, -2], [-5, -5], [5, 0.1])).toEqual([expect.closeTo(0.225, 10), 0.1]);
  });

  test('satisfies the conditions of a minimum for any convex problem', () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(fc.property(fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }), fc.array(entry, { minLength: 5, maxLength: 5 }), (rows, gradient) => {
      const matrix = rows.map((_, i) => rows.map((__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 0.1 : 0)));
      const [lower, upper] = [[-1, -0.1, 0, -1, -0.5], [1, 0.2, 1, 0, 0.5]];
      const step = minimizeQuadraticInBox(matrix, gradient, lower, upper);
      for (const [i, slope] of multiply(matrix, step).map((value, k) => value + gradient[k]!).entries()) {
        if (step[i]! > lower[i]! && step[i]! < upper[i]!) expect(Math.abs(slope)).toBeLessThan(1e-6);
        else if (step[i]! === lower[i]!) expect(slope).toBeGreaterThan(-1e-6);
        else expect(slope).toBeLessThan(1e-6);
      }
    }), { numRuns: 60, seed: 3 });
  });

  test('a coordinate that nothing depends on stays where it is', () => {
    expect(minimizeQuadraticInBox([[2, 0], [0, 0]], [-2, 0], [-5, -5], [5, 5])).toEqual([expect.closeTo(1, 9), 0]);
    expect(minimizeQuadraticInBox([[0]], [0], [-1], [1])).toEqual([0]);
  });
});

describe('step on a model of residuals', () => {
  // A diode's current over decades: no linear model of its residuals reaches from one to the next.
  const at = [0.3, 0.4, 0.5, 0.6];
  const diode: ResidualModel = {
    residuals: ([height, slope]) => at.map((x) => height! + slope! * x - (1 + 3 * x)).map((value) => Math.exp(value) - 1),
    jacobian: ([height, slope]) => at.map((x) => [Math.exp(height! + slope! * x - (1 + 3 * x)), x * Math.exp(height! + slope! * x - (1 + 3 * x))]),
  };
  const box = { lower: [-10, -10], upper: [10, 10] };

  test('reaches the minimum where the region holds it', () => {
    const { point, predicted } = regionStep(diode, { at: [3, 2], radius: 10, ...box });
    expect(point[0]).toBeCloseTo(1, 3);
    expect(point[1]).toBeCloseTo(3, 3);
    expect(predicted).toBeGreaterThan(0.999);
  });

  test('stays in the ball and in the box, and never rises', () => {
    for (const radius of [1e-3, 0.1, 0.5, 2]) {
      const { point, length, predicted, residuals } = regionStep(diode, { at: [3, 2], radius, lower: [-10, -10], upper: [10, 2.5] });
      expect(length).toBeLessThanOrEqual(radius * (1 + 1e-9));
      expect(norm([point[0]! - 3, point[1]! - 2])).toBeCloseTo(length, 12);
      expect(length).toBeGreaterThan(0.3 * radius);
      expect(point[1]).toBeLessThanOrEqual(2.5);
      expect(predicted).toBeGreaterThan(0);
      expect(residuals).toEqual(diode.residuals(point));
    }
  });

  test('stays where the model has no answer elsewhere, and where there is nothing to gain', () => {
    const lonely: ResidualModel = { residuals: (point) => (point[0] === 1 ? [1] : undefined), jacobian: () => [[1]] };
    expect(regionStep(lonely, { at: [1], radius: 1, lower: [0], upper: [2] })).toMatchObject({ point: [1], predicted: 0, length: 0 });
    expect(regionStep({ residuals: () => [2], jacobian: () => [[0]] }, { at: [1], radius: 1, lower: [0], upper: [2] })).toMatchObject({ point: [1], predicted: 0 });
  });

  test('ends where the residuals are 0 already', () => {
    expect(regionStep(diode, { at: [1, 3], radius: 1, ...box })).toMatchObject({ predicted: 0, length: 0 });
  });

  test('a coordinate without effect is left alone', () => {
    const flat: ResidualModel = { residuals: ([a]) => [a! - 2], jacobian: () => [[1, 0]] };
    expect(regionStep(flat, { at: [0, 0.3], radius: 5, ...box }).point[1]).toBe(0.3);
  });
});
