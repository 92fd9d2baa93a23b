import { EvospiceError } from '@evospice/contracts';
import { leastSquares } from '../linear-algebra/least-squares.ts';
import { addScaled, dot, filled, multiply, multiplyTransposed } from '../linear-algebra/vectors.ts';
import type { BoundedLevenbergMarquardtProblem, BoundedLevenbergMarquardtStep } from '../levenberg-marquardt/bounded-step.ts';
import { compressModel, promisedBy, withinRange } from '../levenberg-marquardt/linear-model.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * As of `boundedLevenbergMarquardtStep`, except: `scaledNorm` is the largest |D_i p_i|; `lambda` is 0 where the path went
 * to its end, the Gauss-Newton step of what bounds leave free, and 1 where the trust region cut it off.
 */
export type DoglegStep = BoundedLevenbergMarquardtStep;

/** What a leg from a point of the box runs into: a bound, the trust region, or nothing. */
interface Leg {
  readonly end: number[];
  readonly met: 'nothing' | 'bound' | 'region';
  /** Parameter that is on its bound. */
  readonly index: number;
}

/**
 * Powell's dogleg (Powell 1970, "A hybrid method for nonlinear equations") in a rectangular trust region: from the
 * present point along the scaled steepest descent to the minimum of the linear model |r + J p|, and from there to the
 * Gauss-Newton point. Region and bounds meet in a box (Voglis & Lagaris 2004, "A rectangular trust region dogleg approach
 * for unconstrained and bound constrained nonlinear optimization"). The trust region ends the path; on a bound, the
 * parameter that met it stays there and the path goes on for the others, so that one step may take any number of bounds.
 * The linear model falls along the whole path.
 * @param problem as of `boundedLevenbergMarquardtStep`; the region is max |D_i p_i| <= radius, `lambda` is not used.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for a radius or scale not above 0.
 */
export function doglegStep(problem: BoundedLevenbergMarquardtProblem): DoglegStep {
  const { scale, radius, lower, upper } = problem;
  const n = scale.length;
  requireSameLength('lower', lower.length, n);
  requireSameLength('upper', upper.length, n);
  if (!(radius > 0) || scale.some((value) => !(value > 0))) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a trust region without extent', { received: { radius, scale }, expected: 'a radius and scale factors above 0' });
  }
  const box = { lower, upper, extent: scale.map((value) => radius / value) };
  const model = withinRange(compressModel(problem.jacobian, problem.residuals));
  let step = filled(n, 0);
  let free = Array.from({ length: n }, (_, index) => index);
  let met: Leg['met'] = 'nothing';
  for (;;) {
    const left = addScaled(model.rhs, multiply(model.jacobian, step));
    const gradient = multiplyTransposed(model.jacobian, left, n);
    // A parameter that is on its bound, and would leave through it, takes no part.
    free = free.filter((index) => (gradient[index]! > 0 ? step[index]! > lower[index]! : step[index]! < upper[index]!));
    const leg = path({ jacobian: model.jacobian.map((row) => free.map((index) => row[index]! / scale[index]!)), left, free, scale, gradient }, step, box);
    step = leg.end;
    met = leg.met;
    if (leg.met !== 'bound') break;
    free = free.filter((index) => index !== leg.index);
  }
  const { predicted, slope } = promisedBy(model, step);
  return {
    step,
    lambda: met === 'nothing' ? 0 : 1,
    active: step.flatMap((value, index) => (value === lower[index] || value === upper[index] ? [index] : [])),
    scaledNorm: step.reduce((most, value, index) => Math.max(most, Math.abs(value) * scale[index]!), 0),
    predicted: Math.min(1, Math.max(0, predicted)),
    slope,
  };
}

interface FreeModel {
  /** Of the scaled free parameters. */
  readonly jacobian: readonly (readonly number[])[];
  readonly left: readonly number[];
  readonly free: readonly number[];
  readonly scale: readonly number[];
  readonly gradient: readonly number[];
}

interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Half edges of the trust region. */
  readonly extent: readonly number[];
}

/** Both legs for the free parameters, from where `step` stands. */
function path({ jacobian, left, free, scale, gradient }: FreeModel, step: readonly number[], box: Box): Leg {
  const down = free.map((index) => -gradient[index]! / scale[index]!);
  const moved = multiply(jacobian, down);
  const curvature = dot(moved, moved);
  const whole = (part: readonly number[]): number[] => {
    const move = filled(step.length, 0);
    for (const [place, index] of free.entries()) move[index] = part[place]! / scale[index]!;
    return move;
  };
  if (free.length === 0 || !(curvature > 0)) return { end: [...step], met: 'nothing', index: -1 };
  const cauchy = down.map((value) => (value * dot(down, down)) / curvature);
  const first = walk(step, whole(cauchy), box);
  if (first.met !== 'nothing') return first;
  const newton = leastSquares(jacobian, left.map((value) => -value)).solution;
  return walk(first.end, whole(addScaled(newton, cauchy, -1)), box);
}

/** Goes from a point of the box along a move until its end or a face of the box. */
function walk(from: readonly number[], move: readonly number[], { lower, upper, extent }: Box): Leg {
  let share = 1;
  let met: Leg['met'] = 'nothing';
  let at = -1;
  for (const [index, value] of move.entries()) {
    if (value === 0) continue;
    const bound = value > 0 ? upper[index]! : lower[index]!;
    const region = Math.sign(value) * extent[index]!;
    const bounded = Math.abs(bound) <= Math.abs(region);
    const reach = Math.max(0, ((bounded ? bound : region) - from[index]!) / value);
    if (reach < share) {
      share = reach;
      met = bounded ? 'bound' : 'region';
      at = index;
    }
  }
  // Rounding may carry another parameter a last digit beyond its bound.
  const end = addScaled(from, move, share).map((value, index) => Math.min(upper[index]!, Math.max(lower[index]!, value)));
  if (at >= 0) end[at] = met === 'bound' ? (move[at]! > 0 ? upper[at]! : lower[at]!) : Math.sign(move[at]!) * extent[at]!;
  return { end, met, index: at };
}
