import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUnit, toUnit } from '../space/unit-cube.ts';
import { exploratoryPoints, moveAlongAxis, patternPoint } from './axis-moves.ts';
import { factorialDesign, factorialFactors } from './factorial.ts';

const smooth = { lower: 0, upper: 4, scale: 'lin' } as const;
const stepped = { lower: 1, upper: 10.5, scale: 'lin', increment: 2 } as const;

describe('moveAlongAxis', () => {
  test('stops at the walls', () => {
    expect(moveAlongAxis(smooth, 0.5, 0.2)).toBe(0.7);
    expect(moveAlongAxis(smooth, 0.9, 0.2)).toBe(1);
    expect(moveAlongAxis(smooth, 0.1, -0.2)).toBe(0);
    expect(moveAlongAxis({ lower: 2, upper: 2, scale: 'lin' }, 0, 0.2)).toBe(0);
  });

  test('takes a discrete parameter to its next value at least', () => {
    const at = (value: number, step: number): number => fromUnit([stepped], [moveAlongAxis(stepped, toUnit([stepped], [value])[0]!, step)])[0]!;
    expect(at(3, 1e-6)).toBeCloseTo(5, 12);
    expect(at(3, -1e-6)).toBeCloseTo(1, 12);
    expect(at(3, 0.45)).toBeCloseTo(7, 12);
    // 9 is the last value: 11 lies outside.
    expect(at(9, 0.3)).toBeCloseTo(9, 12);
    expect(at(1, -0.3)).toBeCloseTo(1, 12);
  });

  test('never turns round, on log axes with increments either', () => {
    const parameter = { lower: 1, upper: 1000, scale: 'log', increment: 1 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (value, step) => {
        const place = toUnit([parameter], [value])[0]!;
        const [up, down] = [moveAlongAxis(parameter, place, step), moveAlongAxis(parameter, place, -step)];
        if (value < 1000) expect(up).toBeGreaterThan(place);
        if (value > 1) expect(down).toBeLessThan(place);
        for (const there of [up, down]) expect(fromUnit([parameter], [there])[0]! % 1).toBe(0);
      }),
    );
  });
});

test('exploratory points begin on the side asked for, and leave out what lies in the wall', () => {
  expect(exploratoryPoints([smooth, smooth], [0.5, 0.25], 1, -0.25)).toEqual([[0.5, 0], [0.5, 0.5]]);
  expect(exploratoryPoints([smooth, smooth], [1, 0.25], 0, 0.25)).toEqual([[0.75, 0.25]]);
});

test('the pattern point starts from the base', () => {
  expect(patternPoint([0.5, 0.5], [0.4, 0.75])).toEqual([expect.closeTo(0.6, 12), 0.25]);
  expect(patternPoint([0.5, 0.5], [0.5, 0.9], 1.3)).toEqual([0.5, 0]);
  for (const previous of [[0.5], [0.5, 0.9, 0.1]]) {
    expect(() => patternPoint([0.5, 0.5], previous)).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  }
});

describe('factorial designs', () => {
  test('hold each combination once', () => {
    expect(factorialDesign(2, 2)).toEqual([[-1, -1], [1, -1], [-1, 1], [1, 1]]);
    fc.assert(
      fc.property(fc.constantFrom(2 as const, 3 as const), fc.integer({ min: 1, max: 6 }), (levels, factors) => {
        const rows = factorialDesign(levels, factors);
        expect(new Set(rows.map((row) => row.join())).size).toBe(levels ** factors - (levels === 3 ? 1 : 0));
        expect(rows.every((row) => row.some((sign) => sign !== 0))).toBe(true);
      }),
    );
  });

  test('are refused when nobody can simulate them', () => {
    expect(() => factorialDesign(2, 20)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => factorialDesign(3, 0)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });

  test('factorialFactors fits them into a number of points', () => {
    expect([1, 8, 16, 31].map((rows) => factorialFactors(2, rows))).toEqual([1, 3, 4, 4]);
    expect([7, 8, 26].map((rows) => factorialFactors(3, rows))).toEqual([1, 2, 3]);
  });
});
