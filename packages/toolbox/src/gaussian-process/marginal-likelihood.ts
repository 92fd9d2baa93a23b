import { EvospiceError } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';
import type { GaussianProcessParameters } from './gaussian-process.ts';
import { maternCorrelation, maternSlope } from './matern.ts';
import { dotAt, factorInPlace, invertFactored, solveLower, solveUpper, triangleSize } from './packed-cholesky.ts';

export interface MarginalLikelihood {
  /** Natural logarithm of the probability density of the values. */
  readonly value: number;
  /** Derivatives by the logarithms of the d length scales, of the signal variance and of the noise variance: d + 2 numbers. */
  readonly gradient: number[];
  /** The mean that it was taken at. */
  readonly mean: number;
}

/** Marginal likelihood as a function of [ln length scales ..., ln signal variance, ln noise variance]; undefined where the covariance cannot be factored. */
export type Evidence = (logarithms: readonly number[], mean?: number) => MarginalLikelihood | undefined;

/**
 * The log marginal likelihood of values under a Gaussian process and its gradient (Rasmussen & Williams 2006, equations 5.8
 * and 5.9), ready for many parameters: differences of the points are taken once. O(n^3 + n^2 d) a call.
 * Where no mean is given it is the most likely one (1' K^-1 y / 1' K^-1 1), by which the derivative is zero, so that the gradient holds as well.
 * @param points n points of d coordinates each; n at least 1. @param values n numbers.
 * @returns a function of d + 2 natural logarithms; its calls share their working memory, n (n + 1) / 2 numbers five times.
 * @throws EvospiceError `TOOLBOX_SHAPE` for another number of values than points, or points of different lengths.
 */
export function createEvidence(points: readonly (readonly number[])[], values: readonly number[]): Evidence {
  requireSameLength('values', values.length, points.length);
  const count = points.length;
  const dimension = points[0]?.length ?? 0;
  const squares = squaredDifferences(points, dimension);
  const size = triangleSize(count);
  const [factor, slopes, work, inverse] = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const correlations = new Float64Array(size);

  return (logarithms, mean) => {
    const weights = logarithms.slice(0, dimension).map((logarithm) => Math.exp(-2 * logarithm));
    const signal = Math.exp(logarithms[dimension]!);
    const noise = Math.exp(logarithms[dimension + 1]!);
    for (let i = 0, pair = 0; i < count; i++) {
      const row = triangleSize(i);
      for (let j = 0; j < i; j++, pair++) {
        let square = 0;
        for (let axis = 0, at = pair * dimension; axis < dimension; axis++, at++) square += weights[axis]! * squares[at]!;
        const distance = Math.sqrt(square);
        slopes[row + j] = maternSlope(distance);
        correlations[row + j] = maternCorrelation(distance);
        factor[row + j] = signal * correlations[row + j]!;
      }
      factor[row + i] = signal + noise;
    }
    if (!factorInPlace(factor, count)) return undefined;
    const at = mean ?? likeliestMean(factor, values);
    const alpha = Float64Array.from(values, (value) => value - at);
    solveLower(factor, count, alpha);
    let value = -0.5 * dotAt(alpha, 0, alpha, 0, count) - 0.5 * count * Math.log(2 * Math.PI);
    for (let i = 0; i < count; i++) value -= Math.log(factor[triangleSize(i) + i]!);
    solveUpper(factor, count, alpha);
    invertFactored(factor, count, work, inverse);

    // Half the trace of (alpha alpha' - K^-1) dK; pairs off the diagonal count twice.
    const gradient = Array.from({ length: dimension + 2 }, () => 0);
    for (let i = 0, pair = 0; i < count; i++) {
      const row = triangleSize(i);
      for (let j = 0; j < i; j++, pair++) {
        const pull = signal * (alpha[i]! * alpha[j]! - inverse[row + j]!);
        gradient[dimension]! += pull * correlations[row + j]!;
        const slope = pull * slopes[row + j]!;
        for (let axis = 0, from = pair * dimension; axis < dimension; axis++, from++) gradient[axis]! += slope * squares[from]!;
      }
      const pull = 0.5 * (alpha[i]! ** 2 - inverse[row + i]!);
      gradient[dimension]! += pull * signal;
      gradient[dimension + 1]! += pull * noise;
    }
    for (let axis = 0; axis < dimension; axis++) gradient[axis]! *= weights[axis]!;
    return { value, gradient, mean: at };
  };
}

/**
 * Log marginal likelihood of values under given parameters, with its gradient.
 * @param points n points of d coordinates. @param values n numbers. @param parameters with a noise variance above 0.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_NOT_DEFINITE` when the covariance cannot be factored.
 */
export function logMarginalLikelihood(
  points: readonly (readonly number[])[], values: readonly number[], parameters: GaussianProcessParameters,
): MarginalLikelihood {
  const { lengthScales, signalVariance, noiseVariance, mean } = parameters;
  for (const point of points) requireSameLength('point', point.length, lengthScales.length);
  const found = createEvidence(points, values)([...lengthScales, signalVariance, noiseVariance].map(Math.log), mean);
  if (found !== undefined) return found;
  throw new EvospiceError('TOOLBOX_NOT_DEFINITE', `the covariance of ${points.length} points cannot be factored`, {
    received: parameters,
    expected: 'positive parameters, and a noise variance that keeps points apart which nearly coincide',
    remedy: 'raise the noise variance',
  });
}

function likeliestMean(factor: Float64Array, values: readonly number[]): number {
  const count = values.length;
  const ones = new Float64Array(count).fill(1);
  const whitened = Float64Array.from(values);
  solveLower(factor, count, ones);
  solveLower(factor, count, whitened);
  return dotAt(ones, 0, whitened, 0, count) / dotAt(ones, 0, ones, 0, count);
}

/** Squared differences of each pair (i, j), j < i, pair after pair, coordinate by coordinate. */
function squaredDifferences(points: readonly (readonly number[])[], dimension: number): Float64Array {
  const squares = new Float64Array((points.length * (points.length - 1) * dimension) / 2);
  let at = 0;
  for (const [i, point] of points.entries()) {
    requireSameLength('point', point.length, dimension);
    for (let j = 0; j < i; j++) {
      const other = points[j]!;
      for (let axis = 0; axis < dimension; axis++) squares[at++] = (point[axis]! - other[axis]!) ** 2;
    }
  }
  return squares;
}
