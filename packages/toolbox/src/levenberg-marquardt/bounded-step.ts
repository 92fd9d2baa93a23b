import { filled } from '../linear-algebra/filled.ts';
import { addScaled, multiply, norm } from '../linear-algebra/vectors.ts';
import { pivotedQr } from '../linear-algebra/pivoted-qr.ts';
import { requireSameLength } from '../toolbox-error.ts';
import { levenbergMarquardtStep, type LevenbergMarquardtProblem, type LevenbergMarquardtStep } from './step.ts';

export interface BoundedLevenbergMarquardtProblem extends LevenbergMarquardtProblem {
  /** Lowest step allowed, n entries not above 0: lower bound minus present value. */
  readonly lower: readonly number[];
  /** Highest step allowed, n entries not below 0. */
  readonly upper: readonly number[];
}

export interface BoundedLevenbergMarquardtStep extends LevenbergMarquardtStep {
  /** Parameters that the step leaves on a bound. */
  readonly active: number[];
}

/**
 * A Levenberg-Marquardt step inside bounds, by projection and active set: while the step leaves the box, the parameter
 * that leaves it farthest (against its own step) is set on its bound, and the others are solved for again with what
 * remains of the residual and of the radius. At most n solutions of n x n triangles; no simulation.
 * @throws ToolboxError as `levenbergMarquardtStep`.
 */
export function boundedLevenbergMarquardtStep(problem: BoundedLevenbergMarquardtProblem): BoundedLevenbergMarquardtStep {
  const { scale, radius, lower, upper } = problem;
  const n = scale.length;
  requireSameLength('lower', lower.length, n);
  requireSameLength('upper', upper.length, n);
  const total = norm(problem.residuals);
  const small = compress(problem.jacobian, problem.residuals);

  const step = filled(n, 0);
  const active: number[] = [];
  let free = Array.from({ length: n }, (_, index) => index);
  let lambda = 0;
  while (free.length > 0) {
    const left = addScaled(small.rhs, multiply(small.jacobian, step));
    const used = norm(active.map((index) => scale[index]! * step[index]!));
    const inner = levenbergMarquardtStep({
      jacobian: small.jacobian.map((row) => free.map((index) => row[index]!)),
      residuals: left,
      scale: free.map((index) => scale[index]!),
      radius: Math.max(0.1 * radius, Math.sqrt(Math.max(0, radius * radius - used * used))),
    });
    lambda = inner.lambda;
    const worst = farthestOut(inner.step, free, lower, upper);
    if (worst === undefined) {
      for (const [place, index] of free.entries()) step[index] = inner.step[place]!;
      break;
    }
    step[worst] = inner.step[free.indexOf(worst)]! > 0 ? upper[worst]! : lower[worst]!;
    active.push(worst);
    free = free.filter((index) => index !== worst);
  }
  const after = norm(addScaled(small.rhs, multiply(small.jacobian, step)));
  const before = norm(small.rhs);
  return {
    step,
    lambda,
    active,
    scaledNorm: norm(step.map((value, index) => value * scale[index]!)),
    predicted: total === 0 ? 0 : Math.min(1, Math.max(0, (before / total) ** 2 - (after / total) ** 2)),
  };
}

/** Rows of R in the original order of columns, and Q'r: the same linear model in n rows. */
function compress(jacobian: readonly (readonly number[])[], residuals: readonly number[]): { jacobian: number[][]; rhs: number[] } {
  const { r, permutation, projected } = pivotedQr(jacobian, residuals);
  const rows = r.map((row) => {
    const ordered = filled(row.length, 0);
    for (const [place, column] of permutation.entries()) ordered[column] = row[place]!;
    return ordered;
  });
  return { jacobian: rows, rhs: projected };
}

function farthestOut(step: readonly number[], free: readonly number[], lower: readonly number[], upper: readonly number[]): number | undefined {
  let worst: number | undefined;
  let least = 1;
  for (const [place, index] of free.entries()) {
    const value = step[place]!;
    const room = value > 0 ? upper[index]! : lower[index]!;
    if (value === 0 || Math.abs(value) <= Math.abs(room)) continue;
    const share = room / value;
    if (share < least) {
      least = share;
      worst = index;
    }
  }
  return worst;
}
