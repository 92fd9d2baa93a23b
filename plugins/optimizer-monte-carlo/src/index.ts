import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { MonteCarlo } from './monte-carlo.ts';
import { monteCarloOptions } from './options.ts';

export { MonteCarlo } from './monte-carlo.ts';
export { monteCarloOptions, type MonteCarloOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-monte-carlo',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'monte-carlo',
      summary: 'Random points, uniform or normal, or line searches along random directions',
      options: monteCarloOptions,
      create: (options) => new MonteCarlo(options),
    }),
  ],
});
