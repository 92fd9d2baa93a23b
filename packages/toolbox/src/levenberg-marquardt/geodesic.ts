import { choleskySolve } from '../linear-algebra/symmetric.ts';
import { norm } from '../linear-algebra/vectors.ts';
import { normalEquations } from '../model-region/normal-equations.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Second derivative of the residuals along a step, from one more evaluation on the way (Transtrum & Sethna 2012, equation 9).
 * @param residuals m entries at the point; `jacobian` m x n there; `moved` m entries at point + share * step.
 * @param share of the step after which they were taken, such as 0.1.
 * @returns m entries: r'' with r(point + t step) = r + t J step + t^2 r'' / 2.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function directionalCurvature(
  residuals: readonly number[], jacobian: readonly (readonly number[])[], step: readonly number[], moved: readonly number[], share: number,
): number[] {
  requireSameLength('jacobian', jacobian.length, residuals.length);
  requireSameLength('moved residuals', moved.length, residuals.length);
  return residuals.map((value, i) => {
    const slope = jacobian[i]!.reduce((sum, entry, j) => sum + entry * step[j]!, 0);
    return (2 / share) * ((moved[i]! - value) / share - slope);
  });
}

export interface GeodesicProblem {
  readonly jacobian: readonly (readonly number[])[];
  /** Scale of each parameter, n entries above 0, as of the step. */
  readonly scale: readonly number[];
  /** Levenberg-Marquardt parameter of the step, not below 0: `lambda` of `levenbergMarquardtStep`. */
  readonly lambda: number;
  readonly step: readonly number[];
  /** As `directionalCurvature` gives it, m entries. */
  readonly curvature: readonly number[];
}

/**
 * Geodesic acceleration: the second-order part of a Levenberg-Marquardt step, which bends it along a curved valley (Transtrum & Sethna 2012,
 * "Improvements to the Levenberg-Marquardt algorithm for nonlinear least-squares minimization", arXiv:1201.5885).
 * @returns `acceleration`, n entries: the step to take is step + acceleration / 2; `ratio`: 2 |acceleration| / |step|, scaled; above
 *   0.75 the step is too long for its model and should be refused.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_NOT_DEFINITE` without damping where the columns depend on one another.
 */
export function geodesicAcceleration({ jacobian, scale, lambda, step, curvature }: GeodesicProblem): { acceleration: number[]; ratio: number } {
  requireSameLength('curvature', curvature.length, jacobian.length);
  requireSameLength('scale', scale.length, step.length);
  const { matrix, gradient } = normalEquations(jacobian, curvature, step.length);
  const damped = matrix.map((row, i) => row.map((value, j) => (i === j ? value + lambda * scale[i]! * scale[i]! : value)));
  const acceleration = choleskySolve(damped, gradient).map((value) => -value);
  const length = (vector: readonly number[]): number => norm(vector.map((value, j) => value * scale[j]!));
  return { acceleration, ratio: length(step) === 0 ? 0 : (2 * length(acceleration)) / length(step) };
}
