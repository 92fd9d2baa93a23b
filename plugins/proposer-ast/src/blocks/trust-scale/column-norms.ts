import type { SearchState } from '../search-state.ts';

/** Column norms of the Jacobian, never falling: the step is short where residuals react strongly. */
export function trustScale(state: SearchState, jacobian: readonly (readonly number[])[], previous?: readonly number[]): number[] {
  return state.context.toolbox.columnScale(jacobian, previous);
}
