import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { initialSimplex } from './simplex.ts';
import { orientedSimplex, simplexDiameter, simplexGradient } from './simplex-gradient.ts';

describe('simplexGradient', () => {
  test('is the slope of a linear function, whatever the simplex', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer(), (n, seed) => {
        const random = createRandom(seed);
        const slope = Array.from({ length: n }, () => random.normal());
        const vertices = initialSimplex(latinHypercube(1, n, random)[0]!, 0.2);
        const costs = vertices.map((vertex) => 3 + vertex.reduce((sum, place, axis) => sum + slope[axis]! * place, 0));
        // Exact but for rounding: differences of costs of order 10 over edges of 0.2.
        for (const [axis, value] of simplexGradient(vertices, costs).entries()) expect(value).toBeCloseTo(slope[axis]!, 10);
      }),
    );
  });

  test('refuses failed vertices and simplices of another size', () => {
    expect(() => simplexGradient([[0, 0], [1, 0], [0, 1]], [1, Infinity, 2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => simplexGradient([[0, 0], [1, 0]], [1, 2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => simplexGradient([[0], [1]], [1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

describe('orientedSimplex', () => {
  test('turns its edges down the gradient, half as long as the shortest one, and inwards at a wall', () => {
    const vertices = [[0.5, 0.05], [0.9, 0.05], [0.5, 0.25]];
    expect(orientedSimplex(vertices, [2, -1])).toEqual([[0.5, 0.05], [expect.closeTo(0.4, 12), 0.05], [0.5, expect.closeTo(0.15, 12)]]);
    expect(orientedSimplex(vertices, [2, 1])[2]).toEqual([0.5, expect.closeTo(0.15, 12)]);
    expect(() => orientedSimplex([[0.5]], [1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

test('simplexDiameter is the longest way along an axis from the best vertex', () => {
  expect(simplexDiameter([[0.5, 0.5], [0.6, 0.5], [0.4, 0.8]])).toBeCloseTo(0.3, 12);
  expect(simplexDiameter([[0.5]])).toBe(0);
  expect(() => simplexDiameter([])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
});
