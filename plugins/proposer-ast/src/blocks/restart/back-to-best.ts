import type { SearchState } from '../search-state.ts';

/** No jump: the best point again. */
export async function restart(state: SearchState): Promise<void> {
  state.current = state.best;
}
