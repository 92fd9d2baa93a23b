import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { KdTree } from './k-d-tree.ts';

export interface CentroidOptions {
  /** Centroids wanted. */
  readonly cells: number;
  readonly dimensions: number;
  /** Points that are drawn from the unit cube for them. */
  readonly samples: number;
  /** Rounds of Lloyd's method at most. */
  readonly rounds: number;
  readonly random: RandomSource;
}

/** Squared distance that all centroids together moved, per centroid, below which they count as settled. */
const SETTLED = 1e-8;

/**
 * Centroids that lie evenly in the unit cube, as for CVT-MAP-Elites (Vassiliades et al. 2018, arXiv:1610.05729): k-means of uniform samples by Lloyd's
 * method, begun with the first samples.
 * @returns a point per cell, each of `dimensions` coordinates from 0 to 1
 * @throws EvospiceError `ARCHIVE_CENTROIDS` for fewer samples than cells, or when some cells get no sample
 */
export function evenCentroids({ cells, dimensions, samples, rounds, random }: CentroidOptions): readonly (readonly number[])[] {
  if (samples < cells) throw tooFew(samples, cells);
  const points = Float64Array.from({ length: samples * dimensions }, () => random.next());
  let centroids: Float64Array = points.slice(0, cells * dimensions);
  for (let round = 0; round < rounds; round += 1) {
    const next = means(points, centroids, dimensions);
    let moved = 0;
    for (let index = 0; index < next.length; index += 1) moved += ((next[index] as number) - (centroids[index] as number)) ** 2;
    centroids = next;
    if (moved / cells < SETTLED) break;
  }
  return Array.from({ length: cells }, (_, cell) => Array.from(centroids.subarray(cell * dimensions, (cell + 1) * dimensions)));
}

/** The mean of the points that lie nearest to each centroid. */
function means(points: Float64Array, centroids: Float64Array, dimensions: number): Float64Array {
  const tree = new KdTree(centroids, dimensions);
  const sums = new Float64Array(centroids.length);
  const counts = new Int32Array(centroids.length / dimensions);
  for (let from = 0; from < points.length; from += dimensions) {
    const cell = tree.nearest(points.subarray(from, from + dimensions));
    counts[cell] = (counts[cell] as number) + 1;
    for (let axis = 0; axis < dimensions; axis += 1) sums[cell * dimensions + axis] = (sums[cell * dimensions + axis] as number) + (points[from + axis] as number);
  }
  const empty = counts.indexOf(0);
  if (empty >= 0) throw tooFew(counts.filter((count) => count > 0).length, counts.length);
  return sums.map((sum, index) => sum / (counts[Math.floor(index / dimensions)] as number));
}

function tooFew(received: number, cells: number): EvospiceError {
  return new EvospiceError('ARCHIVE_CENTROIDS', `${cells} cells cannot be made of these samples`, {
    received, expected: `${cells} centroids that differ`, remedy: 'draw more samples, or ask for fewer cells',
  });
}
