import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { steepestDescentOptions, newtonOptions, davidonFletcherPowellOptions, lbfgsbOptions } from './options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizers-gradient',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'steepest-descent',
      summary: 'Line searches against the gradient',
      options: steepestDescentOptions, search: searches['steepest-descent'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'newton',
      summary: 'Newton steps with a numerical, repaired Hessian',
      options: newtonOptions, search: searches.newton, module: searchesModule,
    }),
    defineOptimizer({
      name: 'dfp',
      summary: 'Variable metric of Davidon, Fletcher and Powell, with its modifications',
      options: davidonFletcherPowellOptions, search: searches.dfp, module: searchesModule,
    }),
    defineOptimizer({
      name: 'lbfgsb',
      summary: 'Limited-memory BFGS within bounds (L-BFGS-B)',
      options: lbfgsbOptions, search: searches.lbfgsb, module: searchesModule,
    }),
  ],
});
