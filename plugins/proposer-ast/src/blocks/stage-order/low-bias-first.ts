import { wholeStage, type SearchState, type Stage } from '../search-state.ts';

/**
 * First the curves of lowest constant bias, where threshold and mobility show without velocity saturation and output
 * resistance; they cost a share of a unit only. Then everything.
 */
export function stageOrder(state: SearchState): Stage[] {
  const share = 0.4 /* range 0.1..0.9 */;
  const whole = wholeStage(state);
  const bias = state.problem.curves.map(({ id, drives }) => {
    const constants = Object.values(drives).map(({ values }) => values).filter((values) => values.every((value) => value === values[0]));
    return { id, size: constants.reduce((sum, values) => sum + Math.abs(values[0] ?? 0), 0) };
  });
  const kept = [...bias].sort((a, b) => a.size - b.size).slice(0, Math.ceil(share * bias.length));
  return kept.length < bias.length ? [{ ...whole, curves: kept.map(({ id }) => id) }, whole] : [whole];
}
