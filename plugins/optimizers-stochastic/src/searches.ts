import { randomSearch } from './random-search/random-search.ts';
import { monteCarloSearch } from './monte-carlo/monte-carlo.ts';
import { psadeSearch } from './annealing/psade.ts';
import { simulatedAnnealingSearch } from './annealing/simulated-annealing.ts';
import { differentialEvolutionSearch } from './differential-evolution/differential-evolution.ts';
import { cmaEsSearch } from './cma-es/cma-es.ts';
import { particleSwarmSearch } from './particle-swarm/particle-swarm.ts';
import { geneticSearch } from './genetic/genetic.ts';
import { geneticRealSearch } from './genetic/genetic-real.ts';

/** The optimizers of this plugin by name. Nothing here depends on Node: programs call them in the sandbox. */
export const searches = {
  random: randomSearch,
  'monte-carlo': monteCarloSearch,
  psade: psadeSearch,
  'simulated-annealing': simulatedAnnealingSearch,
  de: differentialEvolutionSearch,
  'cma-es': cmaEsSearch,
  pso: particleSwarmSearch,
  genetic: geneticSearch,
  'genetic-real': geneticRealSearch,
};

/** Where a sandbox finds them. */
export const searchesModule = import.meta.url;
