import type { SearchState } from '../search-state.ts';

/** An evolution strategy with cumulative step size: the mean of the better half moves, the step grows while it helps. */
export async function globalSearch(state: SearchState, budget: number): Promise<void> {
  const { toolbox, random } = state.context;
  const limit = state.spent() + budget;
  const size = Math.max(4, Math.min(10 /* range 4..40 */, Math.floor(budget / 3)));
  let centre = state.current.unit;
  let width = 0.12 /* range 0.01..0.4 */;
  while (state.spent() < limit) {
    const from = centre;
    const before = state.best.error;
    const trials = await state.evaluate(Array.from({ length: size }, () => toolbox.reflectIntoUnit(from.map((place) => place + width * random.normal()))));
    const better = [...trials].sort((a, b) => a.error - b.error).slice(0, Math.ceil(size / 2)).filter(({ evaluation }) => evaluation !== undefined);
    if (better.length > 0) centre = from.map((_, axis) => toolbox.mean(better.map(({ unit }) => unit[axis] ?? 0.5)));
    width = Math.max(0.002, width * (state.best.error < before ? 1.15 /* range 1..2 */ : 0.8 /* range 0.4..0.98 */));
  }
  state.current = state.best;
}
