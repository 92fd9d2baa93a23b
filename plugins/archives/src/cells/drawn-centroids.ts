import { createRandom } from '@evospice/toolbox';
import { evenCentroids, type CentroidOptions } from './centroids.ts';

export type DrawOptions = Omit<CentroidOptions, 'random'> & { readonly seed: number };

let last: { readonly key: string; readonly centroids: readonly (readonly number[])[] } | undefined;

/** Centroids from a seed. The last ones are kept: islands are many archives of the same options, and drawing a thousand cells takes seconds. */
export function drawnCentroids({ seed, ...options }: DrawOptions): readonly (readonly number[])[] {
  const key = JSON.stringify([seed, options.cells, options.dimensions, options.samples, options.rounds]);
  if (last?.key !== key) last = { key, centroids: evenCentroids({ ...options, random: createRandom(seed) }) };
  return last.centroids;
}
