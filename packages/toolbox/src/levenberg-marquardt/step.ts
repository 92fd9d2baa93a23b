import { EvospiceError } from '@evospice/contracts';
import { filled, norm } from '../linear-algebra/vectors.ts';
import { pivotedQr } from '../linear-algebra/pivoted-qr.ts';
import { requireSameLength } from '../require-same-length.ts';
import { dampedSolve, solveTransposedTriangle, solveUpperTriangle } from './damped-solve.ts';

export interface LevenbergMarquardtProblem {
  /** m x n, derivatives of the residuals. */
  readonly jacobian: readonly (readonly number[])[];
  /** m entries. */
  readonly residuals: readonly number[];
  /** Diagonal of D, n entries above 0: the trust region is |D p| <= radius. */
  readonly scale: readonly number[];
  /** Above 0. */
  readonly radius: number;
  /** Where the search for the damping starts, such as the verdict's of the last step; left out, the ratio of gradient and step. */
  readonly lambda?: number;
}

export interface LevenbergMarquardtStep {
  readonly step: number[];
  /** Damping: p solves (J'J + lambda D D) p = -J'r; 0 for the Gauss-Newton step. */
  readonly lambda: number;
  /** |D p|. */
  readonly scaledNorm: number;
  /** Reduction of the squared residual norm the linear model promises, as a fraction of it; in [0, 1]. */
  readonly predicted: number;
  /** Slope of half the squared residual norm along the step, as a fraction of the squared norm: p'J'r / r'r, not above 0. */
  readonly slope: number;
}

const innerPasses = 10;
const radiusTolerance = 0.1;

/**
 * One Levenberg-Marquardt step after Moré 1978 (`lmpar` of MINPACK): the minimum of the linear model |r + J p| in the
 * scaled trust region, to within a tenth of its radius. QR with column pivoting, never J'J; lambda by the iteration of
 * Hebden 1973 with upper and lower limits, at most 10 passes. A Jacobian short of rank is allowed.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for a radius or scale not above 0.
 */
export function levenbergMarquardtStep(problem: LevenbergMarquardtProblem): LevenbergMarquardtStep {
  const { jacobian, residuals, scale, radius } = problem;
  if (!(radius > 0) || scale.some((value) => !(value > 0))) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a trust region without extent', { received: { radius, scale }, expected: 'a radius and scale factors above 0' });
  }
  for (const row of jacobian) requireSameLength('Jacobian row', row.length, scale.length);
  const negative = residuals.map((value) => -value);
  const { r, permutation, projected } = pivotedQr(jacobian, negative);
  const ordered = permutation.map((column) => scale[column]!);
  const rows = padTo(r, scale.length);
  const rhs = Array.from({ length: scale.length }, (_, i) => projected[i] ?? 0);
  const { z, lambda, length } = damp(rows, rhs, ordered, radius, problem.lambda);

  const step = filled(scale.length, 0);
  for (const [place, column] of permutation.entries()) step[column] = z[place]!;
  return { step, lambda, scaledNorm: length, ...promise(rows, z, lambda, length, norm(residuals)) };
}

/** Rows of zeros below R, where there are fewer residuals than parameters. */
function padTo(r: readonly number[][], n: number): number[][] {
  return Array.from({ length: n }, (_, i) => r[i] ?? filled(n, 0));
}

/** With J'(r + J p) = -lambda D D p the reduction is |J p|^2 + 2 lambda |D p|^2 (Moré 1978, section 4): a sum, so nothing cancels. */
function promise(r: readonly (readonly number[])[], z: readonly number[], lambda: number, scaledNorm: number, length: number): { predicted: number; slope: number } {
  if (length === 0) return { predicted: 0, slope: 0 };
  const moved = r.map((row, i) => {
    let sum = 0;
    for (let j = i; j < z.length; j++) sum += row[j]! * z[j]!;
    return sum;
  });
  const model = (norm(moved) / length) ** 2;
  const damping = ((Math.sqrt(lambda) * scaledNorm) / length) ** 2;
  return { predicted: Math.min(1, model + 2 * damping), slope: -(model + damping) };
}

interface Damped {
  readonly z: number[];
  readonly lambda: number;
  readonly length: number;
}

function damp(r: readonly (readonly number[])[], rhs: readonly number[], scale: readonly number[], radius: number, first?: number): Damped {
  const scaled = (z: readonly number[]): number[] => z.map((value, i) => value * scale[i]!);
  let z = solveUpperTriangle(r, rhs);
  let length = norm(scaled(z));
  let excess = length - radius;
  if (excess <= radiusTolerance * radius) return { z, lambda: 0, length };

  // Derivative of |D z| with respect to lambda, through the triangle that belongs to z.
  const newton = (triangle: readonly (readonly number[])[]): number => {
    const w = solveTransposedTriangle(triangle, scaled(z).map((value, i) => (scale[i]! * value) / length));
    return excess / radius / norm(w) ** 2;
  };
  const fullRank = r.every((row, i) => row[i] !== 0);
  let low = fullRank ? newton(r) : 0;
  const gradient = scale.map((factor, j) => r.reduce((sum, row, i) => (i <= j ? sum + row[j]! * rhs[i]! : sum), 0) / factor);
  const gradientNorm = norm(gradient);
  let high = gradientNorm / radius;
  if (high === 0) high = Number.MIN_VALUE / Math.min(radius, 0.1);
  let lambda = Math.min(high, Math.max(low, first ?? gradientNorm / length));
  if (lambda === 0) lambda = gradientNorm / length;
  for (let pass = 1; ; pass++) {
    if (lambda === 0) lambda = Math.max(Number.MIN_VALUE, 0.001 * high);
    const damped = dampedSolve(r, rhs, scale.map((value) => Math.sqrt(lambda) * value));
    z = damped.solution;
    length = norm(scaled(z));
    const before = excess;
    excess = length - radius;
    const flat = low === 0 && excess <= before && before < 0;
    if (Math.abs(excess) <= radiusTolerance * radius || flat || pass === innerPasses) return { z, lambda, length };
    const correction = newton(damped.triangle);
    if (excess > 0) low = Math.max(low, lambda);
    else high = Math.min(high, lambda);
    lambda = Math.max(low, lambda + correction);
  }
}
