import type { SearchState } from '../search-state.ts';
import { samplePoints } from '../blocks.ts';

/** Differential evolution (rand/1/bin) from the current point and samples; every generation is one batch. */
export async function globalSearch(state: SearchState, budget: number): Promise<void> {
  const { toolbox, random } = state.context;
  const limit = state.spent() + budget;
  const size = Math.max(5, Math.min(16 /* range 6..60 */, Math.floor(budget / 3)));
  let members = [state.current, ...(await state.evaluate(samplePoints(state, size - 1)))];
  while (state.spent() < limit) {
    const population = members.map(({ unit }) => unit);
    const weight = 0.6 /* range 0.2..1.2 */;
    const rate = 0.8 /* range 0.05..1 */;
    const trials = await state.evaluate(members.map((_, index) => toolbox.randOneBin(population, index, weight, rate, random)));
    members = members.map((member, index) => ((trials[index]?.error ?? Infinity) < member.error ? (trials[index] ?? member) : member));
  }
  state.current = state.best;
}
