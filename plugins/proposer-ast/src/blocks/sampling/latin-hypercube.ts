import type { SearchState } from '../search-state.ts';

/** Points spread over the whole box. */
export function samplePoints(state: SearchState, count: number): number[][] {
  return state.context.toolbox.latinHypercube(count, state.problem.parameters.length, state.context.random);
}
