import { Matrix, solve } from 'ml-matrix';
import { addScaled, dot, multiply, multiplyTransposed, scale } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';
import type { LimitedMemoryMatrix } from './limited-memory.ts';

export interface CauchyPoint {
  readonly point: number[];
  /** W'(point - x), 2 k entries. */
  readonly moved: number[];
  /** Coordinates that have not met a wall. */
  readonly free: boolean[];
}

/**
 * Generalized Cauchy point: the first local minimum of the model g'(z - x) + (z - x)'B(z - x)/2 along the steepest descent
 * from x, bent at the walls of the unit cube (Byrd, Lu, Nocedal & Zhu 1995, SIAM J. Sci. Comput. 16:1190-1208, algorithm CP).
 * @param unit x, n coordinates in [0, 1]; `gradient` g, n entries.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function cauchyPoint(unit: readonly number[], gradient: readonly number[], { theta, w, m }: LimitedMemoryMatrix): CauchyPoint {
  requireSameLength('gradient', gradient.length, unit.length);
  requireSameLength('rows of W', w.length, unit.length);
  const breaks = unit.map((place, i) => {
    const slope = gradient[i]!;
    return slope < 0 ? (place - 1) / slope : slope > 0 ? place / slope : Infinity;
  });
  const direction = gradient.map((slope, i) => (breaks[i]! <= 0 ? 0 : -slope));
  const order = [...breaks.keys()].filter((i) => breaks[i]! > 0 && breaks[i]! < Infinity).sort((a, b) => breaks[a]! - breaks[b]!);
  const point = [...unit];
  const free = breaks.map((end) => end > 0);
  const columns = m.length;
  let p = multiplyTransposed(w, direction, columns);
  let moved = p.map(() => 0);
  let slope = -dot(direction, direction);
  let curvature = -theta * slope - dot(p, multiply(m, p));
  let at = 0;
  const rest = (): number => (slope < 0 ? (curvature > 0 ? -slope / curvature : Infinity) : 0);
  for (const b of order) {
    const length = breaks[b]! - at;
    if (rest() < length) break;
    const g = gradient[b]!;
    const row = w[b]!;
    point[b] = direction[b]! > 0 ? 1 : 0;
    free[b] = false;
    const z = point[b]! - unit[b]!;
    moved = addScaled(moved, p, length);
    const product = multiply(m, row);
    slope += length * curvature + g * g + theta * g * z - g * dot(product, moved);
    curvature -= theta * g * g + 2 * g * dot(product, p) + g * g * dot(product, row);
    p = addScaled(p, row, g);
    direction[b] = 0;
    at = breaks[b]!;
  }
  const last = rest();
  // No coordinate moves any more, or rounding left a straight line that the walls end: the last break is the end.
  const length = direction.every((move) => move === 0) || last === Infinity ? 0 : last;
  for (const [i, move] of direction.entries()) if (move !== 0) point[i] = Math.min(1, Math.max(0, unit[i]! + (at + length) * move));
  return { point, moved: addScaled(moved, p, length), free };
}

/**
 * Minimum of the model over the coordinates that the Cauchy point left free, by the direct primal method, the step to it
 * cut where it first meets a wall (Byrd, Lu, Nocedal & Zhu 1995, section 5.1).
 * @returns n coordinates in [0, 1].
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function subspaceMinimum(unit: readonly number[], gradient: readonly number[], { theta, w, m }: LimitedMemoryMatrix, cauchy: CauchyPoint): number[] {
  const free = [...cauchy.free.keys()].filter((i) => cauchy.free[i]!);
  if (free.length === 0) return cauchy.point;
  const product = multiply(m, cauchy.moved);
  const residual = free.map((i) => gradient[i]! + theta * (cauchy.point[i]! - unit[i]!) - dot(w[i]!, product));
  const rows = free.map((i) => w[i]!);
  const v = multiply(m, multiplyTransposed(rows, residual, m.length));
  const correction = m.length === 0 ? [] : solveSmall(rows, m, theta, v);
  const step = free.map((_, k) => -residual[k]! / theta - dot(rows[k]!, correction) / theta ** 2);
  const share = free.reduce((least, i, k) => {
    const move = step[k]!;
    if (move === 0) return least;
    return Math.min(least, Math.max(0, ((move > 0 ? 1 : 0) - cauchy.point[i]!) / move));
  }, 1);
  const result = [...cauchy.point];
  for (const [k, i] of free.entries()) result[i] = Math.min(1, Math.max(0, result[i]! + share * step[k]!));
  return result;
}

/** inv(I - M W'Z Z'W / theta) v. */
function solveSmall(rows: readonly (readonly number[])[], m: readonly (readonly number[])[], theta: number, v: readonly number[]): number[] {
  const gram = m.map((_, i) => multiplyTransposed(rows, rows.map((row) => row[i]!), m.length));
  const matrix = m.map((row, i) => scale(multiplyTransposed(gram, row, m.length), -1 / theta).map((value, j) => value + (i === j ? 1 : 0)));
  return solve(new Matrix(matrix), Matrix.columnVector([...v]), true).to1DArray();
}
