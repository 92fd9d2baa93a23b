import { wholeStage, type SearchState } from '../search-state.ts';
import { globalSearch, initialise, localSearch, restart } from '../blocks.ts';

/** A share of the budget for the global search, the rest for local ones. */
export async function schedule(state: SearchState): Promise<void> {
  const { budget } = state.context;
  await initialise(state);
  await globalSearch(state, 0.15 /* range 0.02..0.9 */ * budget.allowed);
  for (let round = 0; round < 30; round += 1) {
    await localSearch(state, wholeStage(state), 0.5 /* range 0.05..1 */ * budget.allowed);
    await restart(state);
  }
}
