import { requireSameLength } from '../require-same-length.ts';

/** Points that a numerical Hessian needs, and how they were moved. */
export interface HessianPoints {
  /** 2 n points, two moves of each coordinate, then n (n - 1) / 2 of pairs of coordinates. */
  readonly points: number[][];
  /** Two different moves of each coordinate, neither 0. */
  readonly moves: readonly (readonly [number, number])[];
}

/**
 * The points for a gradient and a Hessian by differences, as ONE batch: each coordinate moved by a step both ways, or once and
 * twice away from a wall that is too near, and each pair of coordinates moved together by their first moves.
 * @param steps one a coordinate, above 0.
 * @param walls ends of every coordinate: the unit cube unless stated, -Infinity and Infinity for none.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function hessianPoints(at: readonly number[], steps: readonly number[], walls: readonly [number, number] = [0, 1]): HessianPoints {
  requireSameLength('steps', steps.length, at.length);
  const moves = at.map((place, index): readonly [number, number] => {
    const step = steps[index]!;
    if (place + step > walls[1]) return [-step, -2 * step];
    return place - step < walls[0] ? [step, 2 * step] : [step, -step];
  });
  const moved = (changes: ReadonlyMap<number, number>): number[] => at.map((place, index) => place + (changes.get(index) ?? 0));
  const points = moves.flatMap((pair, index) => pair.map((move) => moved(new Map([[index, move]]))));
  for (let i = 0; i < at.length; i++) for (let j = 0; j < i; j++) points.push(moved(new Map([[i, moves[i]![0]], [j, moves[j]![0]]])));
  return { points, moves };
}

/**
 * Gradient and Hessian from the costs at those points. An entry whose costs failed (Infinity) is 0; a slope with one of its two
 * costs is taken from that side.
 * @param cost at the base point; `costs` at the points, in their order.
 * @returns gradient of n entries and symmetric Hessian n x n.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function assembleHessian(cost: number, moves: HessianPoints['moves'], costs: readonly number[]): { readonly gradient: number[]; readonly hessian: number[][] } {
  const n = moves.length;
  requireSameLength('costs', costs.length, 2 * n + (n * (n - 1)) / 2);
  const orZero = (value: number): number => (Number.isFinite(value) ? value : 0);
  const gradient: number[] = [];
  const hessian = moves.map(() => moves.map(() => 0));
  for (const [i, [a, b]] of moves.entries()) {
    const first = (costs[2 * i]! - cost) / a;
    const second = (costs[2 * i + 1]! - cost) / b;
    const curvature = (2 * (first - second)) / (a - b);
    hessian[i]![i] = orZero(curvature);
    // The parabola through the three costs, at the base point; with one of them only, the straight line.
    gradient.push(Number.isFinite(curvature) ? first - (curvature * a) / 2 : Number.isFinite(first) ? first : orZero(second));
  }
  let next = 2 * n;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const mixed = (costs[next++]! - costs[2 * i]! - costs[2 * j]! + cost) / (moves[i]![0] * moves[j]![0]);
      hessian[i]![j] = orZero(mixed);
      hessian[j]![i] = orZero(mixed);
    }
  }
  return { gradient, hessian };
}
