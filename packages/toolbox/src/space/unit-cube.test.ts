import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipToBounds, clipToUnit, fromUnit, reflectIntoUnit, toUnit, widestGridStep, type Bounded } from './unit-cube.ts';

const linear = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([lower, extent]): Bounded => ({ lower, upper: lower + extent, scale: 'lin' }));
const logarithmic = fc
  .tuple(fc.double({ min: -24, max: 10, noNaN: true }), fc.double({ min: 0.01, max: 20, noNaN: true }))
  .map(([lower, decades]): Bounded => ({ lower: 10 ** lower, upper: 10 ** (lower + decades), scale: 'log' }));
const parameters = fc.array(fc.oneof(linear, logarithmic), { minLength: 1, maxLength: 5 });

describe('toUnit and fromUnit', () => {
  test('undo each other and stay inside', () => {
    fc.assert(
      fc.property(parameters.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: list.length, maxLength: list.length }))), ([list, unit]) => {
        const candidate = fromUnit(list, unit);
        for (const [index, { lower, upper }] of list.entries()) {
          expect(candidate[index]).toBeGreaterThanOrEqual(lower);
          expect(candidate[index]).toBeLessThanOrEqual(upper);
        }
        // A lower bound of 1e6 with an extent of 1e-3 leaves 1e-7 of the axis to rounding.
        for (const [index, place] of toUnit(list, candidate).entries()) expect(Math.abs(place - unit[index]!)).toBeLessThan(1e-6);
      }),
    );
  });

  test('bounds are met exactly, the middle of a log axis is the geometric mean', () => {
    const list: Bounded[] = [{ lower: 1e-18, upper: 1e-12, scale: 'log' }, { lower: -3, upper: 7, scale: 'lin' }];
    expect(fromUnit(list, [0, 0])).toEqual([1e-18, -3]);
    expect(fromUnit(list, [1, 1])).toEqual([1e-12, 7]);
    expect(fromUnit(list, [1.5, -2])).toEqual([1e-12, -3]);
    expect(fromUnit(list, [0.5, 0.5])[0]! / 1e-15).toBeCloseTo(1, 12);
    expect(toUnit(list, [1e-30, 99])).toEqual([0, 1]);
    expect(toUnit([{ lower: 2, upper: 2, scale: 'lin' }], [2])).toEqual([0]);
  });

  test.each([
    ['a log axis from 0', () => toUnit([{ lower: 0, upper: 1, scale: 'log' }], [0.5]), 'TOOLBOX_RANGE'],
    ['bounds the wrong way round', () => fromUnit([{ lower: 2, upper: 1, scale: 'lin' }], [0.5]), 'TOOLBOX_RANGE'],
    ['NaN', () => fromUnit([{ lower: 0, upper: 1, scale: 'lin' }], [Number.NaN]), 'TOOLBOX_RANGE'],
    ['a wrong length', () => toUnit([{ lower: 0, upper: 1, scale: 'lin' }], []), 'TOOLBOX_SHAPE'],
  ])('refuses %s', (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});

describe('keeping inside', () => {
  test('reflection lands inside, leaves the inside alone, and mirrors a small overshoot', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (place) => {
        const [inside] = reflectIntoUnit([place]);
        expect(inside).toBeGreaterThanOrEqual(0);
        expect(inside).toBeLessThanOrEqual(1);
        if (place >= 0 && place <= 1) expect(inside! - place).toBe(0);
      }),
    );
    expect(reflectIntoUnit([-0.2, 1.3])[0]).toBeCloseTo(0.2, 12);
    expect(reflectIntoUnit([-0.2, 1.3])[1]).toBeCloseTo(0.7, 12);
  });

  test('clipping', () => {
    expect(clipToUnit([-1, 0.5, 2])).toEqual([0, 0.5, 1]);
    expect(clipToBounds([{ lower: 1, upper: 2 }], [3])).toEqual([2]);
  });
});

describe('discrete parameters', () => {
  const grid = [{ lower: 1, upper: 2.1, scale: 'lin' as const, increment: 0.25 }, { lower: 1, upper: 1000, scale: 'log' as const, increment: 1 }];

  test('go to the nearest value of their grid', () => {
    expect(fromUnit(grid, [0, 0])).toEqual([1, 1]);
    // The last value of 1, 1.25, … at or below 2.1 is 2.
    expect(fromUnit(grid, [1, 1])).toEqual([2, 1000]);
    // 10^1.5 is 31.6.
    expect(fromUnit(grid, [0.5, 0.5])).toEqual([1.5, 32]);
    expect(clipToBounds(grid, [1.4, 7.4])).toEqual([1.5, 7]);
    expect(clipToBounds(grid, [5, -3])).toEqual([2, 1]);
  });

  test('no two neighbours on a grid are further apart than its widest step', () => {
    for (const parameter of grid) {
      const values = Array.from({ length: Math.floor((parameter.upper - parameter.lower) / parameter.increment) + 1 }, (_, k) => parameter.lower + k * parameter.increment);
      const places = values.map((value) => toUnit([parameter], [value])[0]!);
      expect(widestGridStep(parameter)).toBeCloseTo(Math.max(...places.slice(1).map((place, k) => place - places[k]!)), 12);
    }
    expect(widestGridStep({ lower: 1, upper: 2, scale: 'lin' })).toBe(0);
    // An increment wider than the range leaves one value.
    expect(widestGridStep({ lower: 1, upper: 2, scale: 'lin', increment: 5 })).toBe(1);
  });
});
