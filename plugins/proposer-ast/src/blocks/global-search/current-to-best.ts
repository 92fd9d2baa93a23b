import type { SearchState } from '../search-state.ts';
import { samplePoints } from '../blocks.ts';

/** Differential evolution towards the best members, with remembered control parameters; greedier, for narrow budgets. */
export async function globalSearch(state: SearchState, budget: number): Promise<void> {
  const { toolbox, random } = state.context;
  const limit = state.spent() + budget;
  const size = Math.max(5, Math.min(12 /* range 6..60 */, Math.floor(budget / 3)));
  const bestShare = 0.2 /* range 0.05..0.6 */;
  let memory = toolbox.createSuccessMemory(5 /* range 2..12 */, 0.6 /* range 0.2..1 */, 0.7 /* range 0.1..1 */);
  let members = [state.current, ...(await state.evaluate(samplePoints(state, size - 1)))];
  while (state.spent() < limit) {
    const crowd = { population: members.map(({ unit }) => unit), costs: members.map(({ error }) => error), archive: [], bestShare };
    const controls = members.map(() => toolbox.drawControl(memory, random));
    const trials = await state.evaluate(controls.map(({ weight, rate }, index) => toolbox.currentToPBest(crowd, index, weight, rate, random)));
    const successes = controls.flatMap((control, index) => {
      const gain = (members[index]?.error ?? Infinity) - (trials[index]?.error ?? Infinity);
      return gain > 0 ? [{ ...control, gain }] : [];
    });
    memory = toolbox.rememberSuccesses(memory, successes);
    members = members.map((member, index) => ((trials[index]?.error ?? Infinity) < member.error ? (trials[index] ?? member) : member));
  }
  state.current = state.best;
}
