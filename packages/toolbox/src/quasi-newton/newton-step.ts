import { symmetricEigen } from '../linear-algebra/symmetric.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Newton step -inv(B) g, the Hessian repaired where it is not positive definite (Nocedal & Wright 2006, section 3.4):
 * eigenvalues go to their absolute values (Greenstadt 1967), and none stays below `floor` times the largest, so that the
 * step leads downhill and is bounded.
 * @param hessian n x n, symmetric (its lower triangle counts); `gradient` n entries; `floor` in (0, 1).
 * @returns n entries; -g for a Hessian of zeros, or of numbers below 1e-280.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function newtonStep(hessian: readonly (readonly number[])[], gradient: readonly number[], floor = 1e-8): number[] {
  requireSameLength('gradient', gradient.length, hessian.length);
  // Entries that are nothing beside the largest underflow inside the decomposition.
  const negligible = 1e-100 * hessian.reduce((most, row) => row.reduce((top, value) => Math.max(top, Math.abs(value)), most), 0);
  const { values, vectors } = symmetricEigen(hessian.map((row) => row.map((value) => (Math.abs(value) < negligible ? 0 : value))));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // Nothing can be divided by curvatures that are numbers without digits.
  if (largest < 1e-280) return gradient.map((value) => -value);
  const coefficients = values.map((value, k) => {
    const along = gradient.reduce((sum, slope, i) => sum + vectors[i]![k]! * slope, 0);
    return -along / Math.max(Math.abs(value), floor * largest);
  });
  return gradient.map((_, i) => coefficients.reduce((sum, value, k) => sum + value * vectors[i]![k]!, 0));
}
