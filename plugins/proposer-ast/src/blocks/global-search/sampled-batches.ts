import type { SearchState } from '../search-state.ts';
import { samplePoints } from '../blocks.ts';

/** Batches of samples; the best point found is the current one. */
export async function globalSearch(state: SearchState, budget: number): Promise<void> {
  const limit = state.spent() + budget;
  while (state.spent() < limit) await state.evaluate(samplePoints(state, Math.max(1, Math.min(8 /* range 2..40 */, Math.ceil(limit - state.spent())))));
  state.current = state.best;
}
