import { EvospiceError } from '@evospice/contracts';
import { norm, subtract } from '../linear-algebra/vectors.ts';

/** Arithmetic mean of points, coordinate by coordinate. @throws EvospiceError `TOOLBOX_SHAPE` for no points. */
export function centroid(points: readonly (readonly number[])[]): number[] {
  const [first] = points;
  if (first === undefined) throw new EvospiceError('TOOLBOX_SHAPE', 'the centroid of nothing', { received: 0, expected: 'at least 1 point' });
  return first.map((_, axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
}

/** Mean distance of points to their centroid, relative to the diagonal of the unit cube: 0 when all agree. @throws EvospiceError `TOOLBOX_SHAPE` for no points. */
export function meanRadius(points: readonly (readonly number[])[]): number {
  const centre = centroid(points);
  if (centre.length === 0) return 0;
  return points.reduce((sum, point) => sum + norm(subtract(point, centre)), 0) / points.length / Math.sqrt(centre.length);
}

/**
 * Largest distance between two of the points along one axis: 0 when all agree, which is how a population has converged.
 * @param points of one length; none, or points without coordinates, give 0.
 */
export function largestExtent(points: readonly (readonly number[])[]): number {
  const extents = (points[0] ?? []).map((_, axis) => {
    const places = points.map((point) => point[axis]!);
    return Math.max(...places) - Math.min(...places);
  });
  return Math.max(0, ...extents);
}

/**
 * Indices of up to `count` points, the earlier ones first, each at least `gap` from those before it along some
 * coordinate: a spread-out choice from a sorted list.
 * @param gap at least 0; `count` at least 0.
 */
export function separatedIndices(points: readonly (readonly number[])[], gap: number, count: number): number[] {
  const chosen: number[] = [];
  for (const [index, point] of points.entries()) {
    if (chosen.length >= count) break;
    if (chosen.every((other) => point.some((place, axis) => Math.abs(place - points[other]![axis]!) >= gap))) chosen.push(index);
  }
  return chosen;
}
