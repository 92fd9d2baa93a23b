import { EvospiceError } from '@evospice/contracts';
import { addScaled, dot, multiply, norm } from '../linear-algebra/vectors.ts';
import { choleskySolve } from '../linear-algebra/symmetric.ts';
import { requireSameLength } from '../require-same-length.ts';

/** Least cosine between a step and its change of gradient that still tells a curvature. */
const leastCosine = 1e-8;

/**
 * Whether a step and the change of gradient along it tell a positive curvature: only then does an update keep an inverse
 * Hessian positive definite.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function curvesUp(step: readonly number[], change: readonly number[]): boolean {
  const product = dot(step, change);
  return product > leastCosine * norm(step) * norm(change) && Number.isFinite(product);
}

/**
 * Rank-two update of an inverse Hessian by Davidon 1959 and Fletcher & Powell 1963 (Comput. J. 6:163-168):
 * H + s s'/(s'y) - H y y'H/(y'H y). Without positive curvature H comes back as it was.
 * @param inverse H, n x n, symmetric and positive definite.
 * @param step s, the move; `change` y, the change of the gradient along it.
 * @param scaling Oren & Luenberger 1974 (Management Sci. 20:845-862) multiply the old part of H by a factor before the
 *   update, so that its eigenvalues surround the new one: `first` s'y / (y'H y), `second` s'inv(H)s / (s'y).
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function dfpUpdate(
  inverse: readonly (readonly number[])[], step: readonly number[], change: readonly number[], scaling: 'no' | 'first' | 'second' = 'no',
): number[][] {
  requireSameLength('step', step.length, inverse.length);
  const moved = multiply(inverse, change);
  const along = dot(step, change);
  const across = dot(change, moved);
  if (!curvesUp(step, change) || !(across > 0)) return inverse.map((row) => [...row]);
  const factor = scaling === 'no' ? 1 : scaling === 'first' ? along / across : secondFactor(inverse, step) / along;
  const kept = factor > 0 && factor < Infinity ? factor : 1;
  return inverse.map((row, i) => row.map((value, j) => kept * (value - (moved[i]! * moved[j]!) / across) + (step[i]! * step[j]!) / along));
}

function secondFactor(inverse: readonly (readonly number[])[], step: readonly number[]): number {
  try {
    return dot(step, choleskySolve(inverse, step));
  } catch (error) {
    // Rounding has made H indefinite: it goes unscaled.
    if (error instanceof EvospiceError && error.code === 'TOOLBOX_NOT_DEFINITE') return Number.NaN;
    throw error;
  }
}

/**
 * The update of Broyden, Fletcher, Goldfarb and Shanno 1970 for an inverse Hessian (Nocedal & Wright 2006, equation 6.17):
 * (I - s y'/(s'y)) H (I - y s'/(s'y)) + s s'/(s'y). Without positive curvature H comes back as it was.
 * @param inverse H, n x n; `step` s; `change` y, the change of the gradient along the step.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function bfgsUpdate(inverse: readonly (readonly number[])[], step: readonly number[], change: readonly number[]): number[][] {
  requireSameLength('step', step.length, inverse.length);
  if (!curvesUp(step, change)) return inverse.map((row) => [...row]);
  const along = dot(step, change);
  const moved = multiply(inverse, change);
  const factor = 1 / along + dot(change, moved) / along ** 2;
  return inverse.map((row, i) => addScaled(row, row.map((_, j) => factor * step[i]! * step[j]! - (moved[i]! * step[j]! + step[i]! * moved[j]!) / along)));
}
