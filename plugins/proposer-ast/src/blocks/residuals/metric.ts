import type { Trial } from '../search-state.ts';

/** Residuals of the problem's own metric; none for a failed trial. */
export function residualsOf(trial: Trial): readonly number[] {
  return trial.evaluation?.residuals ?? [];
}
