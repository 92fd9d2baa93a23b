import { describe, expect, test } from 'vitest';
import { toNumber, units } from '../examples/circle-packing/exact.ts';
import { judge } from '../examples/circle-packing/problem.ts';

describe('the exact check of circle packings', () => {
  const two = (radius: number, x = 0.75): readonly (readonly number[])[] => [[0.25, 0.5, 0.25], [x, 0.5, radius]];

  test('takes circles that touch exactly, and no overlap however small', () => {
    expect(judge(two(0.25), 2)).toMatchObject({ score: 0.5 });
    expect(judge(two(0.25 + 1e-12), 2)).toEqual({ invalid: 'circle 1 is not inside the unit square' });
    expect(judge([[0.25, 0.5, 0.25], [0.75 - 1e-12, 0.5, 0.25]], 2)).toEqual({ invalid: 'circles 0 and 1 overlap' });
    expect(judge([[0.25, 0.5, 0.25], [0.75, 0.5, 0.25 - 1e-17], [0.5, 0.9, 5e-324]], 3)).toMatchObject({ score: 0.5 });
    // The next double above 0.25: in floating point the reach rounds to the distance.
    expect(judge([[0.25, 0.5, 0.25], [0.75, 0.5, 0.2 + 2 ** -54], [0.5, 0.5, 5e-324]], 3)).toEqual({ invalid: 'circles 0 and 2 overlap' });
  });

  test('takes no other number of circles, no radius of 0 and nothing that is not a circle', () => {
    for (const bad of [[], two(0.2).slice(1), two(0), two(-0.1), [[0.5, 0.5], [1, 1, 1]], [[0.5, 0.5, NaN], [0.2, 0.2, 0.1]], 'circles', null, { length: 2 }]) {
      expect(judge(bad, 2)).toEqual({ invalid: expect.any(String) });
    }
  });

  test('holds every double exactly', () => {
    for (const value of [0, 5e-324, 2 ** -1022, 0.1, 1 / 3, 1, 123.456, 2 ** 70, -0.1]) expect(toNumber(units(value) + 0n)).toBeCloseTo(value, 15);
    expect(units(0.1) + units(0.2) === units(0.3)).toBe(false);
    expect(units(0.5) + units(0.25)).toBe(units(0.75));
    expect(() => units(Infinity)).toThrow(RangeError);
  });
});
