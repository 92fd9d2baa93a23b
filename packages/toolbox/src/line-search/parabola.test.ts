import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parabolaMinimum } from './parabola.ts';

test('the parabola through three points of a parabola has its minimum', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), (place, curvature) => {
      const at = (x: number): [number, number] => [x, curvature * (x - place) ** 2 + 1];
      expect(parabolaMinimum([at(0), at(1), at(3)])).toBeCloseTo(place, 6);
      expect(parabolaMinimum([at(3), at(0), at(1)])).toBeCloseTo(place, 6);
    }),
  );
  expect(parabolaMinimum([[0, 0], [1, 1], [2, 0]])).toBeUndefined();
  expect(parabolaMinimum([[0, 0], [1, 1], [2, 2]])).toBeUndefined();
});
