import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { psadeOptions, simulatedAnnealingOptions } from './options.ts';
import { Psade } from './psade.ts';
import { SimulatedAnnealing } from './simulated-annealing.ts';

export { psadeOptions, simulatedAnnealingOptions, type PsadeOptions, type SimulatedAnnealingOptions } from './options.ts';
export { Psade } from './psade.ts';
export { SimulatedAnnealing } from './simulated-annealing.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-annealing',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'psade',
      summary: 'Parallel simulated annealing with differential evolution, each member with its own temperature and range',
      options: psadeOptions,
      create: (options) => new Psade(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'simulated-annealing',
      summary: 'Simulated annealing along the axes, cooled to fit the budget',
      options: simulatedAnnealingOptions,
      create: (options) => new SimulatedAnnealing(options),
    }),
  ],
});
