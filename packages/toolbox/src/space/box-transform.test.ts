import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUnbounded, toUnbounded, unboundedDerivative, type BoxTransformation } from './box-transform.ts';

const numbers = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe.each<BoxTransformation>(['no', 'sin', 'arcctg'])('coordinates without walls: %s', (transformation) => {
  test('there and back', () => {
    fc.assert(
      fc.property(numbers(0.002, 0.998), (place) => {
        expect(fromUnbounded(transformation, toUnbounded(transformation, [place]))[0]).toBeCloseTo(place, 10);
      }),
    );
  });

  test('every number is a place in the cube, and the derivative is that of the differences', () => {
    fc.assert(
      fc.property(numbers(-50, 50), (u) => {
        const [place] = fromUnbounded(transformation, [u]);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(1);
        if (transformation === 'no') return;
        const difference = (fromUnbounded(transformation, [u + 1e-5])[0]! - fromUnbounded(transformation, [u - 1e-5])[0]!) / 2e-5;
        // Central differences of functions with third derivatives below 8: 1e-10 of truncation, 1e-11 of rounding.
        expect(Math.abs(unboundedDerivative(transformation, [u])[0]! - difference)).toBeLessThan(1e-8);
      }),
    );
  });

  test('a start on a wall can leave it', () => {
    const inside = toUnbounded(transformation, [0, 1]);
    expect(inside.every(Number.isFinite)).toBe(true);
    expect(unboundedDerivative(transformation, inside).every((slope) => slope > 1e-6)).toBe(true);
  });
});

describe('formulas of Box 1966', () => {
  test('values by hand', () => {
    // sin^2(pi / 6) = 1/4; arccot(-1) / pi = 3/4.
    expect(fromUnbounded('sin', [Math.PI / 6])[0]).toBeCloseTo(0.25, 12);
    expect(fromUnbounded('arcctg', [1])[0]).toBeCloseTo(0.75, 12);
  });
});
