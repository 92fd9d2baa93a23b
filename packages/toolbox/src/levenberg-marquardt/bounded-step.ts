import { addScaled, filled, multiply, norm } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';
import { compressModel, promisedBy, type LinearModel, type Promised } from './linear-model.ts';
import { levenbergMarquardtStep, type LevenbergMarquardtProblem, type LevenbergMarquardtStep } from './step.ts';

export interface BoundedLevenbergMarquardtProblem extends LevenbergMarquardtProblem {
  /** Lowest step allowed, n entries not above 0: lower bound minus present value; -Infinity for none. */
  readonly lower: readonly number[];
  /** Highest step allowed, n entries not below 0; Infinity for none. */
  readonly upper: readonly number[];
}

export interface BoundedLevenbergMarquardtStep extends LevenbergMarquardtStep {
  /** Parameters that the step leaves on a bound. */
  readonly active: number[];
}

interface Feasible extends Promised {
  readonly step: number[];
  readonly active: number[];
}

/**
 * A Levenberg-Marquardt step inside bounds, by projection and active set: while the step leaves the box, the parameter
 * that leaves it farthest (against its own step) is set on its bound, and the others are solved for again with what
 * remains of the residual and of the radius. Of the steps met on the way that lie inside, each cut off at the first
 * bound, the one that promises most is taken, so that the linear model never rises. At most n solutions of n x n
 * triangles; no simulation. Without a bound in reach it is `levenbergMarquardtStep`. `lambda` is the last solution's.
 * @throws EvospiceError as `levenbergMarquardtStep`.
 */
export function boundedLevenbergMarquardtStep(problem: BoundedLevenbergMarquardtProblem): BoundedLevenbergMarquardtStep {
  const { scale, lower, upper } = problem;
  const n = scale.length;
  requireSameLength('lower', lower.length, n);
  requireSameLength('upper', upper.length, n);
  const model = compressModel(problem.jacobian, problem.residuals);
  const base = filled(n, 0);
  let free = Array.from({ length: n }, (_, index) => index);
  let best: Feasible = { step: base, active: [], predicted: 0, slope: 0 };
  let lambda = 0;
  while (free.length > 0) {
    const inner = freeStep(problem, model, base, free);
    lambda = inner.lambda;
    const met = firstBound(inner.step, free, lower, upper);
    if (met === undefined && free.length === n) return { ...inner, active: [] };
    const reached = [...base];
    for (const [place, index] of free.entries()) reached[index] = (met?.share ?? 1) * inner.step[place]!;
    if (met !== undefined) reached[met.index] = met.bound;
    const promised = promisedBy(model, reached);
    if (promised.predicted >= best.predicted) best = { step: reached, active: boundOf(free, met?.index, n), ...promised };
    if (met === undefined) break;
    base[met.index] = met.bound;
    free = free.filter((index) => index !== met.index);
  }
  return { ...best, predicted: Math.min(1, best.predicted), lambda, scaledNorm: norm(best.step.map((value, index) => value * scale[index]!)) };
}

/** The step of the free parameters, the others having gone where `base` has them. */
function freeStep(problem: BoundedLevenbergMarquardtProblem, model: LinearModel, base: readonly number[], free: readonly number[]): LevenbergMarquardtStep {
  const { scale, radius, lambda } = problem;
  if (free.length === scale.length) {
    const step = levenbergMarquardtStep({ jacobian: model.jacobian, residuals: model.rhs, scale, radius, ...(lambda === undefined ? {} : { lambda }) });
    // The compressed model lacks what no step reaches.
    const share = model.length === 0 ? 0 : (norm(model.rhs) / model.length) ** 2;
    return { ...step, predicted: step.predicted * share, slope: step.slope * share };
  }
  const used = norm(base.map((value, index) => scale[index]! * value));
  return levenbergMarquardtStep({
    jacobian: model.jacobian.map((row) => free.map((index) => row[index]!)),
    residuals: addScaled(model.rhs, multiply(model.jacobian, base)),
    scale: free.map((index) => scale[index]!),
    radius: Math.max(0.1 * radius, Math.sqrt(Math.max(0, radius * radius - used * used))),
  });
}

interface MetBound {
  readonly index: number;
  readonly bound: number;
  /** Share of the step after which the bound is met, in [0, 1). */
  readonly share: number;
}

/** The bound that the step crosses first, measured along the step; undefined if it stays inside. */
function firstBound(step: readonly number[], free: readonly number[], lower: readonly number[], upper: readonly number[]): MetBound | undefined {
  let met: MetBound | undefined;
  for (const [place, index] of free.entries()) {
    const value = step[place]!;
    const bound = value > 0 ? upper[index]! : lower[index]!;
    if (value === 0 || Math.abs(value) <= Math.abs(bound)) continue;
    const share = bound / value;
    if (share < (met?.share ?? 1)) met = { index, bound, share };
  }
  return met;
}

function boundOf(free: readonly number[], met: number | undefined, n: number): number[] {
  return Array.from({ length: n }, (_, index) => index).filter((index) => index === met || !free.includes(index));
}
