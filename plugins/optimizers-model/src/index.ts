import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { bayesianOptions, tpeOptions } from './options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizers-model',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'bayesian',
      summary: 'Bayesian optimization: Gaussian process, expected improvement, trust region beyond ten parameters',
      options: bayesianOptions, search: searches.bayesian, module: searchesModule,
    }),
    defineOptimizer({
      name: 'tpe',
      summary: 'Tree-structured Parzen estimator with kernels over all parameters',
      options: tpeOptions, search: searches.tpe, module: searchesModule,
    }),
  ],
});
