import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { spaceMappingOptions } from './options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-space-mapping',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'space-mapping',
      summary: 'fewest simulations: steps on a compact model of the device, corrected by what was simulated; differences on a part of the points without one',
      options: spaceMappingOptions, search: searches['space-mapping'], module: searchesModule,
    }),
  ],
});
