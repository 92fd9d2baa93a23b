import { mapElitesSearch } from './map-elites.ts';

/** The optimizers of this plugin by name. Nothing here depends on Node: programs call them in the sandbox. */
export const searches = {
  'map-elites': mapElitesSearch,
};

/** Where a sandbox finds them. */
export const searchesModule = import.meta.url;
