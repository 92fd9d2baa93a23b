import { requireSameLength } from '../require-same-length.ts';
import type { GaussianProcess } from './gaussian-process.ts';
import { maternCorrelation, maternSlope } from './matern.ts';
import { dotAt, solveLower, solveUpper } from './packed-cholesky.ts';

export interface Prediction {
  /** In the units of the values. */
  readonly mean: number;
  /** Of the function itself, without noise, above 0, in squared units of the values. */
  readonly variance: number;
}

export interface DifferentiatedPrediction extends Prediction {
  /** Derivatives by the coordinates of the point. */
  readonly meanGradient: number[];
  readonly varianceGradient: number[];
}

/** The least variance that is told, as a fraction of the signal's: below lies rounding. */
const leastVariance = 1e-14;

/**
 * Mean and variance of the function at a point (Rasmussen & Williams 2006, equations 2.25 and 2.26). O(n^2).
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function predictGaussianProcess(process: GaussianProcess, point: readonly number[]): Prediction {
  const { parameters: { mean, signalVariance }, count, factor, weights } = process;
  const covariances = distances(process, point);
  for (let i = 0; i < count; i++) covariances[i] = signalVariance * maternCorrelation(covariances[i]!);
  const predicted = mean + dotAt(covariances, 0, weights, 0, count);
  solveLower(factor, count, covariances);
  return { mean: predicted, variance: Math.max(leastVariance * signalVariance, signalVariance - dotAt(covariances, 0, covariances, 0, count)) };
}

/**
 * Mean, variance and both their gradients at a point. O(n^2 + n d), about twice as much as without gradients. Where the
 * variance is at its floor its gradient is still that of the formula.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function differentiateGaussianProcess(process: GaussianProcess, point: readonly number[]): DifferentiatedPrediction {
  const { parameters: { mean, signalVariance, lengthScales }, count, dimension, points, factor, weights } = process;
  const apart = distances(process, point);
  const covariances = apart.map((distance) => signalVariance * maternCorrelation(distance));
  const predicted = mean + dotAt(covariances, 0, weights, 0, count);
  solveLower(factor, count, covariances);
  const explained = dotAt(covariances, 0, covariances, 0, count);
  solveUpper(factor, count, covariances);

  const meanGradient = Array.from({ length: dimension }, () => 0);
  const varianceGradient = Array.from({ length: dimension }, () => 0);
  for (let i = 0; i < count; i++) {
    const slope = -signalVariance * maternSlope(apart[i]!);
    const forMean = slope * weights[i]!;
    const forVariance = -2 * slope * covariances[i]!;
    for (let axis = 0; axis < dimension; axis++) {
      const difference = point[axis]! / lengthScales[axis]! - points[i * dimension + axis]!;
      meanGradient[axis]! += forMean * difference;
      varianceGradient[axis]! += forVariance * difference;
    }
  }
  for (let axis = 0; axis < dimension; axis++) {
    meanGradient[axis]! /= lengthScales[axis]!;
    varianceGradient[axis]! /= lengthScales[axis]!;
  }
  return { mean: predicted, variance: Math.max(leastVariance * signalVariance, signalVariance - explained), meanGradient, varianceGradient };
}

/** Distances of a point from all points of the process, in length scales. */
function distances({ parameters: { lengthScales }, points, count, dimension }: GaussianProcess, point: readonly number[]): Float64Array {
  requireSameLength('point', point.length, dimension);
  const scaled = Float64Array.from(point, (value, axis) => value / lengthScales[axis]!);
  const result = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = i * dimension;
    let square = 0;
    for (let axis = 0; axis < dimension; axis++) {
      const difference = scaled[axis]! - points[row + axis]!;
      square += difference * difference;
    }
    result[i] = Math.sqrt(square);
  }
  return result;
}
