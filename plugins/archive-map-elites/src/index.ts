import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { gridArchiveOptions } from './options.ts';
import { GridArchive } from './grid-archive.ts';

export { GridArchive } from './grid-archive.ts';

/** Contributes the archive `map-elites`. */
export default definePlugin({
  name: '@evospice/plugin-archive-map-elites',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Archive',
      name: 'map-elites',
      summary: 'grid of cells over descriptors, each keeping its best program',
      options: gridArchiveOptions,
      create: (options) => new GridArchive(options),
    }),
  ],
});
