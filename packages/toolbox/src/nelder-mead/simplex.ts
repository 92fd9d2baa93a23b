import { EvospiceError } from '@evospice/contracts';
import { centroid } from '../points/point-sets.ts';
import { clipToUnit } from '../space/unit-cube.ts';

/**
 * Simplex around a point of the unit cube: the point and one more a coordinate, moved by `size` away from the nearer wall.
 * @param size edge, in (0, 0.5]; a longer one is cut at the wall.
 * @returns n + 1 points inside the cube.
 */
export function initialSimplex(unit: readonly number[], size: number): number[][] {
  const corners = unit.map((_, index) => unit.map((place, other) => (other !== index ? place : place + size <= 1 ? place + size : Math.max(0, place - size))));
  return [[...unit], ...corners];
}

export interface SimplexMoves {
  readonly reflected: number[];
  readonly expanded: number[];
  readonly contractedOutside: number[];
  readonly contractedInside: number[];
  /** The simplex shrunk towards its best vertex, which comes first. */
  readonly shrunk: number[][];
}

/**
 * All points that the next move of Nelder & Mead 1965 may ask for, with the coefficients of Gao & Han 2012 for `n`
 * dimensions, clipped to the unit cube; evaluated together they are one batch.
 * @param vertices n + 1 points sorted by cost, best first.
 * @throws EvospiceError `TOOLBOX_SHAPE` for fewer than 2 vertices.
 */
export function simplexMoves(vertices: readonly (readonly number[])[]): SimplexMoves {
  const worst = vertices.at(-1);
  const best = vertices[0];
  if (worst === undefined || best === undefined || vertices.length < 2) {
    throw new EvospiceError('TOOLBOX_SHAPE', `a simplex of ${vertices.length} vertices`, { received: vertices.length, expected: 'at least 2 vertices' });
  }
  const n = vertices.length - 1;
  const centre = centroid(vertices.slice(0, -1));
  const along = (factor: number): number[] => clipToUnit(centre.map((value, axis) => value + factor * (value - worst[axis]!)));
  const keep = n < 2 ? 0.5 : 1 - 1 / n;
  return {
    reflected: along(1),
    expanded: along(n < 2 ? 2 : 1 + 2 / n),
    contractedOutside: along(n < 2 ? 0.5 : 0.75 - 1 / (2 * n)),
    contractedInside: along(n < 2 ? -0.5 : -(0.75 - 1 / (2 * n))),
    shrunk: vertices.map((vertex) => vertex.map((value, axis) => best[axis]! + keep * (value - best[axis]!))),
  };
}
