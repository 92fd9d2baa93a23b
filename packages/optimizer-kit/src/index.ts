export { Objective, type ObjectiveOptions } from './objective.ts';
export { KnownSamples } from './known-samples.ts';
export { refuseDiscrete } from './refuse-discrete.ts';
export { runSearch, type Search } from './run-search.ts';
export { sampleOf, type CostKind, type Sample } from './sample.ts';
export { searchOptions, type SearchOptions } from './search-options.ts';
export { StageEnded } from './stage-ended.ts';
