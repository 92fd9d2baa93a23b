import { describe, expect, test } from 'vitest';
import { initialSimplex, simplexMoves } from './simplex.ts';

describe('the simplex', () => {
  test('moves of a triangle by hand', () => {
    // Vertices (0, 0), (0.4, 0), worst (0, 0.4): the centre of the others is (0.2, 0); n = 2 has expansion 2, contraction 1/2.
    const { reflected, expanded, contractedInside, contractedOutside, shrunk } = simplexMoves([[0, 0], [0.4, 0], [0, 0.4]]);
    expect(reflected[0]).toBeCloseTo(0.4, 12);
    expect(reflected[1]).toBe(0);
    expect(expanded[0]).toBeCloseTo(0.6, 12);
    expect(contractedOutside[0]).toBeCloseTo(0.3, 12);
    expect(contractedInside).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)]);
    expect(shrunk[2]).toEqual([0, expect.closeTo(0.2, 12)]);
  });

  test('a simplex at the wall turns inwards', () => {
    expect(initialSimplex([1, 0.5], 0.1)).toEqual([[1, 0.5], [0.9, 0.5], [1, 0.6]]);
  });
});
