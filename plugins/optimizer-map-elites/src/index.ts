import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { mapElitesOptions } from './options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-map-elites',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'map-elites',
      summary: 'MAP-Elites over parameters, part of the offspring steered by finite-difference gradients',
      options: mapElitesOptions, search: searches['map-elites'], module: searchesModule,
    }),
  ],
});
