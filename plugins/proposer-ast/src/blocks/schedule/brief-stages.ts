import { wholeStage, type SearchState } from '../search-state.ts';
import { initialise, localSearch, restart, stageOrder } from '../blocks.ts';

/** Little budget for the stages that prepare, much for the last one; then rounds from restarted points. */
export async function schedule(state: SearchState): Promise<void> {
  const { budget } = state.context;
  await initialise(state);
  const stages = stageOrder(state);
  for (const stage of stages.slice(0, -1)) {
    await localSearch(state, stage, 0.08 /* range 0.01..0.5 */ * budget.allowed);
  }
  for (let round = 0; round < 30; round += 1) {
    await localSearch(state, wholeStage(state), 0.7 /* range 0.05..1 */ * budget.allowed);
    await restart(state);
  }
}
