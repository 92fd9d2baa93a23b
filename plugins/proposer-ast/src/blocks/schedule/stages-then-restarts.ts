import { wholeStage, type SearchState } from '../search-state.ts';
import { initialise, localSearch, restart, stageOrder } from '../blocks.ts';

/** Stage after stage, then everything from restarted points until the budget is gone. */
export async function schedule(state: SearchState): Promise<void> {
  const { budget } = state.context;
  await initialise(state);
  for (const stage of stageOrder(state)) {
    await localSearch(state, stage, 0.4 /* range 0.05..1 */ * budget.allowed);
  }
  for (let round = 0; round < 30; round += 1) {
    await restart(state);
    await localSearch(state, wholeStage(state), 0.4 /* range 0.05..1 */ * budget.allowed);
  }
}
