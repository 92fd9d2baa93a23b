import type { SearchState } from '../search-state.ts';

/** A random jump from the best point. */
export async function restart(state: SearchState): Promise<void> {
  const { toolbox, random } = state.context;
  const width = 0.1 /* range 0.01..0.6 */;
  state.current = await state.evaluateOne(toolbox.reflectIntoUnit(state.best.unit.map((place) => place + width * random.normal())));
}
