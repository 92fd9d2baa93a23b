import { CONTRACT_VERSION, contribute, defined, definePlugin, ExtensionRegistry } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import { drawnCentroids } from './cells/drawn-centroids.ts';
import { CvtArchive } from './cells/cvt-archive.ts';
import { GridArchive } from './cells/grid-archive.ts';
import { QuantileArchive } from './cells/quantile-archive.ts';
import { IslandArchive } from './islands/island-archive.ts';
import { front, SCORE } from './lists/front.ts';
import { ListArchive } from './lists/list-archive.ts';
import { specialists } from './lists/specialists.ts';
import { top } from './lists/top.ts';
import { cvtArchiveOptions, frontOptions, gridArchiveOptions, islandOptions, specialistOptions, topOptions } from './options.ts';

export { CvtArchive } from './cells/cvt-archive.ts';
export { evenCentroids } from './cells/centroids.ts';
export { GridArchive } from './cells/grid-archive.ts';

/** Centroids in the unit of each axis. */
function scaled(points: readonly (readonly number[])[], axes: readonly { readonly low: number; readonly high: number }[]): readonly (readonly number[])[] {
  return points.map((point) => axes.map(({ low, high }, axis) => low + (point[axis] as number) * (high - low)));
}

/** Contributes the archives. */
export default definePlugin({
  name: '@evospice/plugin-archives',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Archive',
      name: 'map-elites',
      summary: 'grid of cells over descriptors, each keeping its best program',
      options: gridArchiveOptions,
      create: ({ axes, thresholdMin, learningRate, remap, memory, offset }) => (axes.some(({ scale }) => scale === 'quantile')
        ? new QuantileArchive({ axes, remap, memory, offset })
        : new GridArchive({ axes, learningRate, offset, ...defined({ thresholdMin }) })),
    }),
    contribute({
      point: 'Archive',
      name: 'cvt-map-elites',
      summary: 'as many cells as wanted, spread evenly over any number of descriptors',
      options: cvtArchiveOptions,
      create: ({ axes, cells, samples = 100 * cells, rounds, seed, centroids, thresholdMin, ...options }) => new CvtArchive({
        ...options, ...defined({ thresholdMin }), axes, centroids: centroids ?? scaled(drawnCentroids({ cells, dimensions: axes.length, samples, rounds, seed }), axes),
      }),
    }),
    contribute({
      point: 'Archive',
      name: 'islands',
      summary: 'archives of any kind side by side, among which the best migrate',
      options: islandOptions,
      inject: [ExtensionRegistry],
      create: ({ archive, seed, stagnation, ...options }, registry: ExtensionRegistry) => new IslandArchive({
        ...options, ...defined({ stagnation }), make: () => registry.create('Archive', archive), random: createRandom(seed),
      }),
    }),
    contribute({
      point: 'Archive',
      name: 'top-k',
      summary: 'the best programs, whatever they are like',
      options: topOptions,
      create: ({ size, offset }) => new ListArchive({ shape: { kind: 'list' }, most: () => size, choice: top(size), offset }),
    }),
    contribute({
      point: 'Archive',
      name: 'pareto-objectives',
      summary: 'programs that no other exceeds in every objective',
      options: frontOptions,
      create: ({ objectives, size, offset }) => {
        const all = [SCORE, ...objectives.filter((name) => name !== SCORE)];
        return new ListArchive({ shape: { kind: 'front', objectives: all }, most: () => size, choice: front(all, size), offset });
      },
    }),
    contribute({
      point: 'Archive',
      name: 'pareto-cases',
      summary: 'programs that are best on a case: a specialist lives',
      options: specialistOptions,
      create: ({ offset }) => new ListArchive({
        shape: { kind: 'specialists' }, choice: specialists, offset,
        most: (elites) => Math.max(1, 1 + new Set(elites.flatMap(({ cases = {} }) => Object.keys(cases))).size),
      }),
    }),
  ],
});
