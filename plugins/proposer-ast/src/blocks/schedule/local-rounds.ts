import { wholeStage, type SearchState } from '../search-state.ts';
import { initialise, localSearch, restart } from '../blocks.ts';

/** Local searches in rounds from restarted points. */
export async function schedule(state: SearchState): Promise<void> {
  await initialise(state);
  for (let round = 0; round < 30; round += 1) {
    await localSearch(state, wholeStage(state), 0.7 /* range 0.05..1 */ * state.context.budget.allowed);
    await restart(state);
  }
}
