export { defineOptimizer, optimizerOf } from './define-optimizer.ts';
export { knownMembers } from './known-members.ts';
export { Objective, refuseDiscrete, StageEnded } from './objective.ts';
export {
  leastSquaresOptions, lineSearchOptions, searchOptions, transformationOption, type LineSearchOptions, type SearchOptions,
} from './options.ts';
export { checkRelation, type Relation } from './relation.ts';
export { runSearch } from './run-search.ts';
export { byCost, cheapest, lastCostKind, residualsOf, sampleOf, type CostKind, type Sample } from './sample.ts';
export { searchLeastSquares } from './search-least-squares.ts';
export { SearchSpace, type Place, type SearchSpaceOptions } from './search-space.ts';
