import { EvospiceError } from '@evospice/contracts';
import { factorInPlace, solveLower, solveUpper, triangleSize } from '../gaussian-process/packed-cholesky.ts';
import { dot, filled, subtract } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

/** Two points that were both evaluated, and what changed between them beside what a model says already. */
export interface Secant {
  /** n coordinates each. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** m entries: values at `to` minus those at `from`, minus the model's change; without a model the change itself. */
  readonly change: ArrayLike<number>;
  /** Rounding and interpolation errors of an entry of `change`; 0 unless given. */
  readonly noise?: number;
}

export interface SecantRegression {
  /** n coordinates where the derivative is wanted. */
  readonly at: readonly number[];
  readonly secants: readonly Secant[];
  /** Entries of the result. */
  readonly rows: number;
  /** How far an entry of the derivative may be from what is expected of it, above 0: of all, or by coordinate. Large without a model. */
  readonly prior: number | readonly number[];
  /** What is expected of the derivative before any secant is known, `rows` x n, such as `priorJacobian` gives it; zeros unless given. */
  readonly mean?: readonly (readonly number[])[];
  /** Size of a second derivative, above 0: how fast a secant loses its worth with its length and its distance from `at`. */
  readonly curvature: number;
}

/**
 * Derivative (or difference of derivatives between a simulator and a model of it) from all secants at once: ridge regression over secants,
 * each weighted by what curvature makes of it at its length and distance. One secant of no noise and a large prior give Broyden's update; n
 * short ones along the axes give the forward-difference Jacobian. (Multi-secant updates: Vanderbilt & Louie 1984, J. Comput. Phys.
 * 56:259; weights by distance: Gratton, Malmedy & Toint 2012.)
 * @returns `rows` x n.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for a prior or curvature not above 0.
 */
export function regressSecants({ at, secants, rows, prior, mean, curvature }: SecantRegression): number[][] {
  const priors = typeof prior === 'number' ? at.map(() => prior) : prior;
  requireSameLength('prior', priors.length, at.length);
  if (!(priors.every((size) => size > 0) && curvature > 0)) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a prior or curvature that is not above 0', { received: { prior, curvature }, expected: 'numbers above 0' });
  }
  const n = at.length;
  const normal = new Float64Array(triangleSize(n));
  for (let i = 0; i < n; i++) normal[triangleSize(i) + i] = 1 / (priors[i]! * priors[i]!);
  const kept = secants.flatMap((secant) => weighted(secant, at, rows, curvature));
  for (const { step, weight } of kept) {
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) normal[triangleSize(i) + j]! += weight * step[i]! * step[j]!;
  }
  if (mean !== undefined) requireSameLength('mean', mean.length, rows);
  const result = Array.from({ length: rows }, (_, row) => (mean === undefined ? filled(n, 0) : [...mean[row]!]));
  // Never singular but for rounding: short secants weigh up to 1e20 times the prior.
  for (let i = 0; i < n; i++) normal[triangleSize(i) + i]! *= 1 + 1e-12;
  if (!factorInPlace(normal, n)) return result;
  for (const { step, weight, change } of kept) {
    const share = Float64Array.from(step, (value) => weight * value);
    solveLower(normal, n, share);
    solveUpper(normal, n, share);
    for (let row = 0; row < rows; row++) {
      const value = change[row]! - (mean === undefined ? 0 : dot(mean[row]!, step));
      if (value === 0) continue;
      const entry = result[row]!;
      for (let j = 0; j < n; j++) entry[j]! += share[j]! * value;
    }
  }
  return result;
}

function weighted({ from, to, change, noise = 0 }: Secant, at: readonly number[], rows: number, curvature: number): { step: number[]; weight: number; change: ArrayLike<number> }[] {
  requireSameLength('secant', from.length, at.length);
  requireSameLength('secant', to.length, at.length);
  requireSameLength('change of a secant', change.length, rows);
  const step = subtract(to, from);
  const length = dot(step, step);
  if (length === 0) return [];
  // The slope along a secant belongs to its middle: half its length, and how far the middle is from where the slope is wanted.
  const middle = at.map((value, j) => value - 0.5 * (from[j]! + to[j]!));
  const error = curvature * curvature * length * (0.25 * length + dot(middle, middle)) + noise * noise;
  return [{ step, weight: 1 / Math.max(error, 1e-30), change }];
}
