import type { SearchState } from '../search-state.ts';

/** The best point with parameters that ended on a bound drawn anew: they are often where a local search got stuck. */
export async function restart(state: SearchState): Promise<void> {
  const { random } = state.context;
  const margin = 0.01 /* range 0.0001..0.2 */;
  const stuck = state.best.unit.some((place) => place < margin || place > 1 - margin);
  const unit = state.best.unit.map((place) => {
    if (stuck) return place < margin || place > 1 - margin ? random.next() : place;
    return random.next() < 0.2 /* range 0.05..0.8 */ ? random.next() : place;
  });
  state.current = await state.evaluateOne(unit);
}
