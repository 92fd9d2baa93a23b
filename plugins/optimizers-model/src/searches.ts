import { bayesianSearch } from './bayesian.ts';
import { tpeSearch } from './tpe.ts';

/** The optimizers of this plugin by name. Nothing here depends on Node: programs call them in the sandbox. */
export const searches = {
  bayesian: bayesianSearch,
  tpe: tpeSearch,
};

/** Where a sandbox finds them. */
export const searchesModule = import.meta.url;
