import type { SearchState } from '../search-state.ts';

/** The unit cube itself: every parameter may move alike, however little the residuals say about it yet. */
export function trustScale(state: SearchState, jacobian: readonly (readonly number[])[], previous?: readonly number[]): number[] {
  return previous === undefined ? state.context.toolbox.columnNorms(jacobian).map(() => 1) : [...previous];
}
