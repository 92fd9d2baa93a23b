import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { doglegOptions, levenbergMarquardtOptions } from './options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizers-least-squares',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'lm',
      summary: 'Levenberg-Marquardt, bounded, with Broyden updates and restarts',
      options: levenbergMarquardtOptions, search: searches.lm, module: searchesModule,
    }),
    defineOptimizer({
      name: 'dogleg',
      summary: "Powell's dogleg for least squares, bounded, with Broyden updates and restarts",
      options: doglegOptions, search: searches.dogleg, module: searchesModule,
    }),
  ],
});
