import { wholeStage, type SearchState, type Stage } from '../search-state.ts';

/** One stage: everything. */
export function stageOrder(state: SearchState): Stage[] {
  return [wholeStage(state)];
}
