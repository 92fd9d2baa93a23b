import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { DifferentialEvolution } from './differential-evolution.ts';
import { differentialEvolutionOptions } from './options.ts';

export { DifferentialEvolution } from './differential-evolution.ts';
export { differentialEvolutionOptions, type DifferentialEvolutionOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-differential-evolution',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'de',
      summary: 'Differential evolution: L-SHADE with a population made for the budget, JADE, or the classical scheme',
      options: differentialEvolutionOptions,
      create: (options) => new DifferentialEvolution(options),
    }),
  ],
});
