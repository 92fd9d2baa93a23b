import type { Trial } from '../search-state.ts';

/** Metric and log residuals together: the log part leads from far away, the metric part settles the end. */
export function residualsOf(trial: Trial): readonly number[] {
  const weight = 0.3 /* range 0.01..3 */;
  if (trial.evaluation === undefined) return [];
  return [...trial.evaluation.residuals, ...trial.evaluation.logResiduals.map((residual) => weight * residual)];
}
