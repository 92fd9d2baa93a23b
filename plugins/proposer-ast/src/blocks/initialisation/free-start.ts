import type { SearchState } from '../search-state.ts';

/** The starting card's evaluation as the problem brings it, at no cost. */
export async function initialise(state: SearchState): Promise<void> {
  const { start } = state.problem;
  state.current = start.ok ? { unit: state.current.unit, error: start.error, evaluation: start } : await state.evaluateOne(state.current.unit);
  state.best = state.current;
}
