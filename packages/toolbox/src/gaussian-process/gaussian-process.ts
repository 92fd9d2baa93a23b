import { EvospiceError } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';
import { maternCorrelation } from './matern.ts';
import { factorInPlace, solveLower, solveUpper, triangleSize } from './packed-cholesky.ts';

/** What a Gaussian process believes before it saw a value. */
export interface GaussianProcessParameters {
  /** One a coordinate, above 0, in the units of the points. */
  readonly lengthScales: readonly number[];
  /** Variance of the function itself, in squared units of the values. */
  readonly signalVariance: number;
  /** Variance of the noise on each value, in squared units of the values; 0 for none. */
  readonly noiseVariance: number;
  /** Value far from all points. */
  readonly mean: number;
}

/** A Gaussian process conditioned on values: a plain record that predictions are made from. */
export interface GaussianProcess {
  readonly parameters: GaussianProcessParameters;
  readonly dimension: number;
  /** Number n of points. */
  readonly count: number;
  /** n x dimension, point after point, in length scales. */
  readonly points: Float64Array;
  readonly values: Float64Array;
  /** Variance that was added to the diagonal beyond the noise, so that the covariance could be factored. */
  readonly jitter: number;
  /** Cholesky factor of the covariance of the values, lower triangle row after row. */
  readonly factor: Float64Array;
  /** K^-1 (values - mean). */
  readonly weights: Float64Array;
}

/** Multiples of the signal variance that are tried in turn, from none. */
const jitters = [0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4];

/**
 * Conditions a Gaussian process with a Matern 5/2 kernel of one length scale a coordinate on values (Rasmussen & Williams
 * 2006, algorithm 2.1). Points that are too close for the factorization get jitter on the diagonal.
 * @param points n points of d coordinates. @param values n numbers.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for parameters out of range; `TOOLBOX_NOT_DEFINITE` when jitter does not help.
 */
export function conditionGaussianProcess(
  points: readonly (readonly number[])[], values: readonly number[], parameters: GaussianProcessParameters,
): GaussianProcess {
  requireSameLength('values', values.length, points.length);
  const { lengthScales } = requireUsable(parameters);
  const dimension = lengthScales.length;
  const count = points.length;
  const scaled = scalePoints(points, lengthScales);
  for (const multiple of jitters) {
    const jitter = multiple * parameters.signalVariance;
    const factor = new Float64Array(triangleSize(count));
    covarianceRows(factor, scaled, dimension, 0, count, parameters, jitter);
    if (!factorInPlace(factor, count)) continue;
    const all = Float64Array.from(values);
    return { parameters, dimension, count, points: scaled, values: all, jitter, factor, weights: weightsOf(factor, all, parameters.mean) };
  }
  throw new EvospiceError('TOOLBOX_NOT_DEFINITE', `the covariance of ${count} points cannot be factored`, {
    received: parameters,
    expected: 'finite points, and not too many of them within a small part of a length scale',
    remedy: 'raise the noise variance, or leave out points that nearly coincide',
  });
}

/**
 * The process with further values, its parameters as before. Costs O(n^2) a value, where conditioning anew costs O(n^3).
 * @param points m points of the process's dimension. @param values m numbers.
 * @throws EvospiceError as `conditionGaussianProcess`.
 */
export function extendGaussianProcess(process: GaussianProcess, points: readonly (readonly number[])[], values: readonly number[]): GaussianProcess {
  requireSameLength('values', values.length, points.length);
  const { parameters, dimension, jitter } = process;
  const count = process.count + points.length;
  const scaled = concatenated(process.points, scalePoints(points, parameters.lengthScales));
  const all = concatenated(process.values, Float64Array.from(values));
  const factor = new Float64Array(triangleSize(count));
  factor.set(process.factor);
  covarianceRows(factor, scaled, dimension, process.count, count, parameters, jitter);
  if (factorInPlace(factor, count, process.count)) {
    return { parameters, dimension, count, points: scaled, values: all, jitter, factor, weights: weightsOf(factor, all, parameters.mean) };
  }
  // A new point nearly coincides with an old one: start again, with jitter.
  const originals = Array.from({ length: count }, (_, row) => parameters.lengthScales.map((scale, axis) => scaled[row * dimension + axis]! * scale));
  return conditionGaussianProcess(originals, [...all], parameters);
}

function requireUsable(parameters: GaussianProcessParameters): GaussianProcessParameters {
  const { lengthScales, signalVariance, noiseVariance, mean } = parameters;
  if (lengthScales.every((scale) => scale > 0 && scale < Infinity) && signalVariance > 0 && signalVariance < Infinity
    && noiseVariance >= 0 && noiseVariance < Infinity && Number.isFinite(mean)) return parameters;
  throw new EvospiceError('TOOLBOX_RANGE', 'the parameters of the Gaussian process are out of range', {
    received: parameters,
    expected: 'length scales and signal variance above 0, a noise variance of at least 0, all of them finite',
  });
}

function scalePoints(points: readonly (readonly number[])[], lengthScales: readonly number[]): Float64Array {
  const dimension = lengthScales.length;
  const scaled = new Float64Array(points.length * dimension);
  for (const [row, point] of points.entries()) {
    requireSameLength('point', point.length, dimension);
    for (let axis = 0; axis < dimension; axis++) scaled[row * dimension + axis] = point[axis]! / lengthScales[axis]!;
  }
  return scaled;
}

/** Fills rows `from` to `to` of the packed covariance. */
function covarianceRows(
  triangle: Float64Array, points: Float64Array, dimension: number, from: number, to: number, parameters: GaussianProcessParameters, jitter: number,
): void {
  const { signalVariance, noiseVariance } = parameters;
  for (let i = from; i < to; i++) {
    const row = triangleSize(i);
    for (let j = 0; j < i; j++) {
      let square = 0;
      for (let axis = 0; axis < dimension; axis++) square += (points[i * dimension + axis]! - points[j * dimension + axis]!) ** 2;
      triangle[row + j] = signalVariance * maternCorrelation(Math.sqrt(square));
    }
    triangle[row + i] = signalVariance + noiseVariance + jitter;
  }
}

function weightsOf(factor: Float64Array, values: Float64Array, mean: number): Float64Array {
  const weights = values.map((value) => value - mean);
  solveLower(factor, values.length, weights);
  solveUpper(factor, values.length, weights);
  return weights;
}

function concatenated(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
