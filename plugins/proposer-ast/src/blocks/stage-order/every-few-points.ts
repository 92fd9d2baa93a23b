import { wholeStage, type SearchState, type Stage } from '../search-state.ts';

/** First every few points of each curve, so that a Jacobian costs a share of what it else would; then everything. */
export function stageOrder(state: SearchState): Stage[] {
  const every = Math.max(2, Math.round(4 /* range 2..10 */));
  const whole = wholeStage(state);
  return state.problem.curves.some(({ x }) => x.length > 2 * every) ? [{ ...whole, every }, whole] : [whole];
}
