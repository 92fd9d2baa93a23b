import type { SearchState } from '../search-state.ts';
import { globalSearch, initialise } from '../blocks.ts';

/** The global search alone. */
export async function schedule(state: SearchState): Promise<void> {
  await initialise(state);
  for (let round = 0; round < 20; round += 1) {
    await globalSearch(state, 0.9 /* range 0.1..1 */ * state.context.budget.remaining + 1);
  }
}
