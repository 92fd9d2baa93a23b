import type { Trial } from '../search-state.ts';

/** Residuals in decades: nearly linear in the parameters even far from the solution. None for a failed trial. */
export function residualsOf(trial: Trial): readonly number[] {
  return trial.evaluation?.logResiduals ?? [];
}
