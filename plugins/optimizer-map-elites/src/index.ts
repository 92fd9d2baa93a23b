import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { MapElites } from './map-elites.ts';
import { mapElitesOptions } from './options.ts';

export { MapElites } from './map-elites.ts';
export { mapElitesOptions, type MapElitesOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-map-elites',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'map-elites',
      summary: 'MAP-Elites over parameters, part of the offspring steered by finite-difference gradients',
      options: mapElitesOptions,
      create: (options) => new MapElites(options),
    }),
  ],
});
