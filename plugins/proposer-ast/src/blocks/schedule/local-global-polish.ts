import { wholeStage, type SearchState } from '../search-state.ts';
import { globalSearch, initialise, localSearch, polish, restart } from '../blocks.ts';

/** Local first, while progress is cheap; a global search when it is stuck; a second kind of local search to finish. */
export async function schedule(state: SearchState): Promise<void> {
  const { budget } = state.context;
  await initialise(state);
  for (let round = 0; round < 20; round += 1) {
    await localSearch(state, wholeStage(state), 0.4 /* range 0.05..1 */ * budget.allowed);
    await globalSearch(state, 0.1 /* range 0.01..0.6 */ * budget.allowed);
    await polish(state, wholeStage(state), 0.2 /* range 0.02..1 */ * budget.allowed);
    await restart(state);
  }
}
