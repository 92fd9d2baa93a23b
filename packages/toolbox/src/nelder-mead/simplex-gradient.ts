import { EvospiceError } from '@evospice/contracts';
import { leastSquares } from '../linear-algebra/least-squares.ts';
import { norm, subtract } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Simplex gradient (Kelley 1999, "Detection and remediation of stagnation in the Nelder-Mead algorithm using a sufficient
 * decrease condition", eq. 1.2): the slope of the plane through the vertices.
 * @param vertices n + 1 points of n coordinates, the best one first; `costs` one finite number a vertex.
 * @returns n slopes, cost per unit of each coordinate; a flat simplex gives the basic solution, 0 across what it does not span.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for a cost that is not finite.
 */
export function simplexGradient(vertices: readonly (readonly number[])[], costs: readonly number[]): number[] {
  const [best, ...others] = vertices;
  requireSameLength('costs', costs.length, vertices.length);
  if (best === undefined || others.length !== best.length) {
    throw new EvospiceError('TOOLBOX_SHAPE', `a simplex of ${vertices.length} vertices`, { received: vertices.length, expected: 'one vertex more than coordinates' });
  }
  const failed = costs.find((cost) => !Number.isFinite(cost));
  if (failed !== undefined) throw new EvospiceError('TOOLBOX_RANGE', `a vertex costs ${failed}`, { received: failed, expected: 'finite costs' });
  const edges = others.map((vertex) => vertex.map((place, axis) => place - best[axis]!));
  return leastSquares(edges, others.map((_, index) => costs[index + 1]! - costs[0]!)).solution;
}

/**
 * Simplex of Kelley's oriented restart: the best vertex and one more a coordinate, half of the shortest edge away, down the
 * simplex gradient; a vertex that would leave the unit cube goes to the other side.
 * @param vertices n + 1 points, the best one first; `gradient` n slopes.
 * @returns n + 1 points inside the cube, the best one first.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function orientedSimplex(vertices: readonly (readonly number[])[], gradient: readonly number[]): number[][] {
  const [best, ...others] = vertices;
  if (best === undefined || others.length === 0) {
    throw new EvospiceError('TOOLBOX_SHAPE', `a simplex of ${vertices.length} vertices`, { received: vertices.length, expected: 'at least 2 vertices' });
  }
  requireSameLength('gradient', gradient.length, best.length);
  const edge = others.reduce((least, vertex) => Math.min(least, distance(vertex, best)), Infinity) / 2;
  const corners = best.map((_, axis) =>
    best.map((place, other) => {
      if (other !== axis) return place;
      const downhill = place - (gradient[axis]! < 0 ? -edge : edge);
      return downhill >= 0 && downhill <= 1 ? downhill : Math.min(1, Math.max(0, 2 * place - downhill));
    }),
  );
  return [[...best], ...corners];
}

/** Largest distance along one coordinate from the first vertex to any other; 0 for a single vertex. @throws EvospiceError `TOOLBOX_SHAPE` for none. */
export function simplexDiameter(vertices: readonly (readonly number[])[]): number {
  const [best, ...others] = vertices;
  if (best === undefined) throw new EvospiceError('TOOLBOX_SHAPE', 'a simplex without vertices', { received: 0, expected: 'at least 1 vertex' });
  return others.flatMap((vertex) => vertex.map((place, axis) => Math.abs(place - best[axis]!))).reduce((most, width) => Math.max(most, width), 0);
}

function distance(a: readonly number[], b: readonly number[]): number {
  return norm(subtract(a, b));
}
