import { powellSearch } from './powell/powell.ts';
import { axisSearch } from './powell/axis-search.ts';
import { hookeJeevesSearch } from './pattern-search/hooke-jeeves.ts';
import { gridSearch } from './pattern-search/grid-search.ts';
import { nelderMeadSearch } from './simplex/nelder-mead.ts';
import { constrainedComplexSearch } from './simplex/constrained-complex.ts';

/** The optimizers of this plugin by name. Nothing here depends on Node: programs call them in the sandbox. */
export const searches = {
  powell: powellSearch,
  'axis-search': axisSearch,
  'hooke-jeeves': hookeJeevesSearch,
  'grid-search': gridSearch,
  'nelder-mead': nelderMeadSearch,
  complex: constrainedComplexSearch,
};

/** Where a sandbox finds them. */
export const searchesModule = import.meta.url;
