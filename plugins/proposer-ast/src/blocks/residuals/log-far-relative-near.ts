import type { Trial } from '../search-state.ts';

/**
 * Relative residuals where simulation and measurement are near each other; beyond the corner they go on linearly in the
 * logarithm. Far away a relative residual explodes upwards and saturates at -1 downwards; a logarithm does neither.
 */
export function residualsOf(trial: Trial): readonly number[] {
  const corner = 0.5 /* range 0.05..3 */;
  return (trial.evaluation?.logResiduals ?? []).map((decades) => {
    const distance = Math.LN10 * decades;
    const near = Math.min(corner, Math.max(-corner, distance));
    return Math.expm1(near) + Math.exp(near) * (distance - near);
  });
}
