import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { defineOptimizer } from '@evospice/optimizer-kit';
import { randomSearchOptions } from './random-search/options.ts';
import { monteCarloOptions } from './monte-carlo/options.ts';
import { psadeOptions, simulatedAnnealingOptions } from './annealing/options.ts';
import { differentialEvolutionOptions } from './differential-evolution/options.ts';
import { cmaEsOptions } from './cma-es/options.ts';
import { particleSwarmOptions } from './particle-swarm/options.ts';
import { geneticOptions, geneticRealOptions } from './genetic/options.ts';
import { searches, searchesModule } from './searches.ts';

export default definePlugin({
  name: '@evospice/plugin-optimizers-stochastic',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    defineOptimizer({
      name: 'random',
      summary: 'Random search over the unit cube: the floor that others have to beat',
      options: randomSearchOptions, search: searches.random, module: searchesModule,
    }),
    defineOptimizer({
      name: 'monte-carlo',
      summary: 'Random points, uniform or normal, or line searches along random directions',
      options: monteCarloOptions, search: searches['monte-carlo'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'psade',
      summary: 'Parallel simulated annealing with differential evolution, each member with its own temperature and range',
      options: psadeOptions, search: searches.psade, module: searchesModule,
    }),
    defineOptimizer({
      name: 'simulated-annealing',
      summary: 'Simulated annealing along the axes, cooled to fit the budget',
      options: simulatedAnnealingOptions, search: searches['simulated-annealing'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'de',
      summary: 'Differential evolution: L-SHADE with a population made for the budget, JADE, or the classical scheme',
      options: differentialEvolutionOptions, search: searches.de, module: searchesModule,
    }),
    defineOptimizer({
      name: 'cma-es',
      summary: 'Evolution strategy that learns the covariance of good steps, with IPOP or BIPOP restarts',
      options: cmaEsOptions, search: searches['cma-es'], module: searchesModule,
    }),
    defineOptimizer({
      name: 'pso',
      summary: 'Particle swarm with constriction, on a ring or with all neighbours',
      options: particleSwarmOptions, search: searches.pso, module: searchesModule,
    }),
    defineOptimizer({
      name: 'genetic',
      summary: 'Simple genetic algorithm over bit strings',
      options: geneticOptions, search: searches.genetic, module: searchesModule,
    }),
    defineOptimizer({
      name: 'genetic-real',
      summary: 'Genetic algorithm over real numbers: simulated binary crossover, polynomial mutation, elitism',
      options: geneticRealOptions, search: searches['genetic-real'], module: searchesModule,
    }),
  ],
});
