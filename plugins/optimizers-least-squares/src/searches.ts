import { levenbergMarquardtSearch } from './levenberg-marquardt.ts';
import { doglegSearch } from './dogleg.ts';

/** The optimizers of this plugin by name. Nothing here depends on Node: programs call them in the sandbox. */
export const searches = {
  lm: levenbergMarquardtSearch,
  dogleg: doglegSearch,
};

/** Where a sandbox finds them. */
export const searchesModule = import.meta.url;
