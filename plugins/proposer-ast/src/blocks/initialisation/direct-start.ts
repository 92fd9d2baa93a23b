import type { SearchState } from '../search-state.ts';

/** The starting card with what measured curves say of its values (`directStart`), where one simulation finds that better than the card. */
export async function initialise(state: SearchState): Promise<void> {
  const { problem, context } = state;
  const { start, parameters } = problem;
  state.current = start.ok ? { unit: state.current.unit, error: start.error, evaluation: start } : await state.evaluateOne(state.current.unit);
  state.best = state.current;
  const { candidate, found } = context.toolbox.directStart(problem);
  if (found.length === 0) return;
  context.log(`direct start: ${found.map(({ parameter, value, quantity }) => `${parameter} ${value.toPrecision(3)} by ${quantity}`).join(', ')}`);
  const trial = await state.evaluateOne(context.toolbox.toUnit(parameters, candidate));
  if (trial.error < state.current.error) state.current = trial;
}
