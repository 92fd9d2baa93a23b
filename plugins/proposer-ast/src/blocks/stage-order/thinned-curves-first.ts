import { wholeStage, type SearchState, type Stage } from '../search-state.ts';

/** First a few curves spread over all, so that the first Jacobian costs a share of what it else would; then everything. */
export function stageOrder(state: SearchState): Stage[] {
  const share = 0.25 /* range 0.05..0.9 */;
  const whole = wholeStage(state);
  const { curves } = state.problem;
  const count = Math.max(1, Math.round(share * curves.length));
  const kept = Array.from({ length: count }, (_, index) => curves[Math.floor(((index + 0.5) * curves.length) / count)]?.id ?? '');
  return count < curves.length ? [{ ...whole, curves: kept }, whole] : [whole];
}
