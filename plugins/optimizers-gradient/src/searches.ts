import { steepestDescentSearch } from './steepest-descent.ts';
import { newtonSearch } from './newton.ts';
import { davidonFletcherPowellSearch } from './davidon-fletcher-powell.ts';
import { lbfgsbSearch } from './lbfgsb.ts';

/** The optimizers of this plugin by name. Nothing here depends on Node: programs call them in the sandbox. */
export const searches = {
  'steepest-descent': steepestDescentSearch,
  newton: newtonSearch,
  dfp: davidonFletcherPowellSearch,
  lbfgsb: lbfgsbSearch,
};

/** Where a sandbox finds them. */
export const searchesModule = import.meta.url;
