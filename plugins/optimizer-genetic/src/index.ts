import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { GeneticReal } from './genetic-real.ts';
import { Genetic } from './genetic.ts';
import { geneticOptions, geneticRealOptions } from './options.ts';

export { GeneticReal } from './genetic-real.ts';
export { Genetic } from './genetic.ts';
export { geneticOptions, geneticRealOptions, type GeneticOptions, type GeneticRealOptions } from './options.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizer-genetic',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Optimizer',
      name: 'genetic',
      summary: 'Simple genetic algorithm over bit strings',
      options: geneticOptions,
      create: (options) => new Genetic(options),
    }),
    contribute({
      point: 'Optimizer',
      name: 'genetic-real',
      summary: 'Genetic algorithm over real numbers: simulated binary crossover, polynomial mutation, elitism',
      options: geneticRealOptions,
      create: (options) => new GeneticReal(options),
    }),
  ],
});
