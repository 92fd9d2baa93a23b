import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { Bayesian } from './bayesian.ts';
import { bayesianOptions } from './bayesian-options.ts';
import { Tpe } from './tpe.ts';
import { tpeOptions } from './tpe-options.ts';

export { Bayesian } from './bayesian.ts';
export { bayesianOptions, type BayesianOptions } from './bayesian-options.ts';
export { Tpe } from './tpe.ts';
export { tpeOptions, type TpeOptions } from './tpe-options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-bayesian',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'bayesian',
      summary: 'Bayesian optimization: Gaussian process, expected improvement, trust region beyond ten parameters',
      options: bayesianOptions,
      create: (options) => new Bayesian(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'tpe',
      summary: 'Tree-structured Parzen estimator with kernels over all parameters',
      options: tpeOptions,
      create: (options) => new Tpe(options),
    }),
  ],
});
