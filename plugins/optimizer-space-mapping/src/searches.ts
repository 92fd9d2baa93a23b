import { spaceMappingSearch } from './space-mapping.ts';

/** The optimizer of this plugin by name. Nothing here depends on Node: programs call it in the sandbox. */
export const searches = {
  'space-mapping': spaceMappingSearch,
};

/** Where a sandbox finds it. */
export const searchesModule = import.meta.url;
