import type { SearchState } from '../search-state.ts';
import { samplePoints } from '../blocks.ts';

/** The starting card and a few samples in one batch; the best of them is the current point. */
export async function initialise(state: SearchState): Promise<void> {
  const count = Math.floor(Math.min(0.1 /* range 0.01..0.5 */ * state.context.budget.remaining, 12 /* range 1..60 */));
  state.current = await state.evaluateOne(state.current.unit);
  await state.evaluate(samplePoints(state, count));
  state.current = state.best;
}
