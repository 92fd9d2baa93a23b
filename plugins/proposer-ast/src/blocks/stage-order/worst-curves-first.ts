import { wholeStage, type SearchState, type Stage } from '../search-state.ts';

/** First the curves with the largest error at the best point, then everything. */
export function stageOrder(state: SearchState): Stage[] {
  const share = 0.5 /* range 0.1..0.9 */;
  const whole = wholeStage(state);
  const curves = [...(state.best.evaluation?.curves ?? [])].sort((a, b) => b.logRms - a.logRms);
  const kept = curves.slice(0, Math.ceil(share * curves.length));
  return kept.length < curves.length ? [{ ...whole, curves: kept.map(({ id }) => id) }, whole] : [whole];
}
