import { EvospiceError, type ArchiveAxis } from '@evospice/contracts';
import { checkAxes } from './axes.ts';
import { CellArchive, type CellArchiveOptions, type Cells } from './cell-archive.ts';
import { KdTree } from './k-d-tree.ts';

export interface CvtArchiveOptions extends CellArchiveOptions {
  readonly axes: readonly ArchiveAxis[];
  /** A point per cell, with a coordinate per axis in the axis's own unit. */
  readonly centroids: readonly (readonly number[])[];
}

/**
 * CVT-MAP-Elites (Vassiliades et al. 2018, arXiv:1610.05729): a cell is what lies nearest to its centroid, measured with each axis scaled to [0, 1];
 * of centroids as near the first counts. Measures outside an axis count to its end.
 */
export class CvtArchive extends CellArchive {
  /** @throws EvospiceError `ARCHIVE_AXES`, `ARCHIVE_CENTROIDS`, `ARCHIVE_THRESHOLD` */
  constructor({ axes, centroids, ...options }: CvtArchiveOptions) {
    super(voronoiCells(axes, centroids), options);
  }
}

function voronoiCells(wanted: readonly ArchiveAxis[], centroids: readonly (readonly number[])[]): Cells {
  checkAxes(wanted);
  const axes = wanted.map((axis) => Object.freeze({ ...axis }));
  checkCentroids(centroids, axes.length);
  const scaled = new Float64Array(axes.length);
  const scale = (point: ArrayLike<number>): Float64Array => {
    for (const [axis, { low, high }] of axes.entries()) scaled[axis] = (Math.min(Math.max(point[axis] as number, low), high) - low) / (high - low);
    return scaled;
  };
  const tree = new KdTree(Float64Array.from(centroids.flatMap((centroid) => [...scale(centroid)])), axes.length);
  return {
    axes,
    shape: { kind: 'centroids', centroids: Object.freeze(centroids.map((centroid) => Object.freeze([...centroid]))) },
    count: centroids.length,
    locate: (point) => tree.nearest(scale(point)),
    nameOf: (cell) => [cell],
  };
}

function checkCentroids(centroids: readonly (readonly number[])[], dimensions: number): void {
  const fail = (message: string, received: unknown, expected: string): never => {
    throw new EvospiceError('ARCHIVE_CENTROIDS', message, { received, expected });
  };
  if (centroids.length === 0) fail('there is no centroid', 0, 'at least one');
  const bad = centroids.find((centroid) => centroid.length !== dimensions || !centroid.every(Number.isFinite));
  if (bad !== undefined) fail('a centroid has not one finite coordinate per axis', bad, `${dimensions} numbers`);
  const seen = new Set<string>();
  for (const centroid of centroids) {
    const key = centroid.join();
    if (seen.has(key)) fail('a centroid is there twice', centroid, 'centroids that differ');
    seen.add(key);
  }
}
