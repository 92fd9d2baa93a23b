import type { SearchState } from '../search-state.ts';

/** The starting card alone. */
export async function initialise(state: SearchState): Promise<void> {
  state.current = await state.evaluateOne(state.current.unit);
}
