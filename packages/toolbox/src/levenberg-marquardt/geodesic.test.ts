import { describe, expect, test } from 'vitest';
import { directionalCurvature, geodesicAcceleration } from './geodesic.ts';
import { levenbergMarquardtStep } from './step.ts';

describe('geodesic acceleration', () => {
  // A valley along y = x x: from (0.5, 0.25) its floor bends away from its tangent.
  const residuals = ([x, y]: readonly number[]): number[] => [10 * (y! - x! * x!), 1 - x!];
  const jacobian = ([x]: readonly number[]): number[][] => [[-20 * x!, 10], [-1, 0]];
  const at = [0.5, 0.25];
  const cost = (point: readonly number[]): number => residuals(point).reduce((sum, value) => sum + value * value, 0);

  test('the curvature along a step is the second derivative', () => {
    const step = [0.3, -0.2];
    const moved = residuals(at.map((value, j) => value + 0.1 * step[j]!));
    const [first, second] = directionalCurvature(residuals(at), jacobian(at), step, moved, 0.1);
    expect(first).toBeCloseTo(-20 * 0.3 * 0.3, 8);
    expect(second).toBeCloseTo(0, 8);
  });

  test('bends a step along a curved valley to a lower cost', () => {
    const { step, lambda } = levenbergMarquardtStep({ jacobian: jacobian(at), residuals: residuals(at), scale: [1, 1], radius: 0.6 });
    const curvature = directionalCurvature(residuals(at), jacobian(at), step, residuals(at.map((value, j) => value + 0.1 * step[j]!)), 0.1);
    const { acceleration, ratio } = geodesicAcceleration({ jacobian: jacobian(at), scale: [1, 1], lambda, step, curvature });
    expect(ratio).toBeGreaterThan(0);
    expect(cost(at.map((value, j) => value + step[j]! + 0.5 * acceleration[j]!))).toBeLessThan(0.2 * cost(at.map((value, j) => value + step[j]!)));
  });

  test('of straight residuals there is none', () => {
    const { acceleration, ratio } = geodesicAcceleration({ jacobian: [[1, 0], [0, 2]], scale: [1, 1], lambda: 0, step: [1, 1], curvature: [0, 0] });
    expect(acceleration.every((value) => value === 0)).toBe(true);
    expect(ratio).toBe(0);
    expect(() => geodesicAcceleration({ jacobian: [[1, 0]], scale: [1, 1], lambda: 0, step: [1, 1], curvature: [] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
