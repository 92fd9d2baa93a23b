import type { SearchState } from '../search-state.ts';
import { samplePoints } from '../blocks.ts';

/** The best of a few new samples. */
export async function restart(state: SearchState): Promise<void> {
  const trials = await state.evaluate(samplePoints(state, 5 /* range 1..25 */));
  state.current = [...trials].sort((a, b) => a.error - b.error)[0] ?? state.best;
}
