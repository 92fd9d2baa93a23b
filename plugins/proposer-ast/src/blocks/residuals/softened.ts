import type { Trial } from '../search-state.ts';

/** Metric residuals with large ones softened: 2 c^2 (sqrt(1 + (r/c)^2) - 1) in place of r^2, so that a few wild points do not rule. */
export function residualsOf(trial: Trial): readonly number[] {
  const corner = 0.5 /* range 0.05..5 */;
  return (trial.evaluation?.residuals ?? []).map((residual) => Math.sign(residual) * corner * Math.sqrt(2 * (Math.sqrt(1 + (residual / corner) ** 2) - 1)));
}
