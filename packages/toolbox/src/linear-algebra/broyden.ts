import { multiply } from './vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Broyden's rank-one update (Broyden 1965, "good" update): the matrix nearest to `jacobian` that maps `step` onto `change`.
 * Costs no simulation: it corrects a Jacobian with a step that was evaluated anyway.
 * @param jacobian m x n; `step` n entries; `change` m entries, the residuals after minus those before.
 * @returns a new matrix; an equal one for a step of length 0.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function broydenUpdate(jacobian: readonly (readonly number[])[], step: readonly number[], change: readonly number[]): number[][] {
  requireSameLength('change', change.length, jacobian.length);
  const predicted = multiply(jacobian, step);
  const square = step.reduce((sum, value) => sum + value * value, 0);
  if (square === 0) return jacobian.map((row) => [...row]);
  return jacobian.map((row, i) => {
    const factor = (change[i]! - predicted[i]!) / square;
    return row.map((value, j) => value + factor * step[j]!);
  });
}
