import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assembleJacobian, differencePoints, finiteDifferenceSteps } from './jacobian.ts';

const cube = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });

describe('finite differences', () => {
  test('points stay in the cube and differ from the base in one coordinate', () => {
    fc.assert(
      fc.property(cube, fc.double({ min: 1e-8, max: 0.5, noNaN: true }), (unit, size) => {
        const steps = finiteDifferenceSteps(unit, size);
        for (const [row, point] of differencePoints(unit, steps).entries()) {
          for (const [axis, place] of point.entries()) {
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThanOrEqual(1);
            if (axis !== row) expect(place).toBe(unit[axis]);
            else expect(place).not.toBe(unit[axis]);
          }
        }
      }),
    );
  });

  test('the Jacobian of a linear function is exact to rounding', () => {
    const matrix = [[1, -2, 3], [0.5, 4, 0]];
    const f = (x: readonly number[]): number[] => matrix.map((row) => row.reduce((sum, value, index) => sum + value * x[index]!, 1));
    const unit = [0.2, 0.9999, 1];
    const steps = finiteDifferenceSteps(unit, 1e-3);
    expect(steps).toEqual([1e-3, -1e-3, -1e-3]);
    const jacobian = assembleJacobian(f(unit), steps, differencePoints(unit, steps).map(f));
    for (const [i, row] of jacobian.entries()) for (const [j, value] of row.entries()) expect(value).toBeCloseTo(matrix[i]![j]!, 9);
  });

  test('a failed or non-finite column is zero; wrong lengths are refused', () => {
    expect(assembleJacobian([1, 2], [0.1, 0.1], [undefined, [Number.NaN, 3]])).toEqual([[0, 0], [0, 10]]);
    expect(() => assembleJacobian([1], [0.1], [[1, 2]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => finiteDifferenceSteps([0.5], 0)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
