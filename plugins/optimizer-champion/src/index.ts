import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { z } from 'zod';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-champion',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'champion',
      summary: 'the program that evolution found: fewest simulations, with a compact model of the device and without one',
      options: z.strictObject({}), search: searches.champion, module: searchesModule,
    }),
  ],
});
