import type { Bounded } from '@evospice/toolbox';
import { multiplyTransposed, symmetricEigen } from '@evospice/toolbox';

/** Eigenvalues of the scaled normal matrix below this part of the largest are rounding. */
const rounding = 1e-14;

/** Linear statistics of a least-squares problem at one point. */
export interface LeastSquaresStatistics {
  /** Inverse of J'J: the covariance for residuals of variance 1. Very large, not infinite, along what no residual sees. */
  readonly inverse: readonly (readonly number[])[];
  /** Share of the squared residuals that the Gauss-Newton step takes off in the linear model. */
  readonly stepLeft: number;
}

/**
 * By the eigenvalues of J'J with its columns scaled to length 1, so that units of parameters do not matter.
 * @param information J'J, n x n with a positive diagonal
 * @param gradient J'r
 * @param squares r'r
 */
export function leastSquaresStatistics(information: readonly (readonly number[])[], gradient: readonly number[], squares: number): LeastSquaresStatistics {
  const scale = information.map((row, k) => Math.sqrt(row[k]!));
  const { values, vectors } = symmetricEigen(information.map((row, a) => row.map((value, b) => value / (scale[a]! * scale[b]!))));
  const least = rounding * (values.at(-1) ?? 0);
  const inverse = scale.map((own, a) => scale.map((other, b) => values.reduce((sum, value, k) => sum + (vectors[a]![k]! * vectors[b]![k]!) / Math.max(value, least), 0) / (own * other)));
  const along = multiplyTransposed(vectors, gradient.map((value, k) => value / scale[k]!));
  const taken = along.reduce((sum, value, k) => sum + (values[k]! > least ? value ** 2 / values[k]! : 0), 0);
  return { inverse, stepLeft: squares > 0 ? Math.min(1, taken / squares) : 0 };
}

/**
 * Correlation of neighbours within runs of residuals, pooled over the runs; 0 unless it is above what chance makes of independent ones
 * (two standard errors, 2 / sqrt(N)).
 * @param runs residuals along curves, in order
 */
export function neighbourCorrelation(runs: readonly (readonly number[])[]): number {
  const count = runs.reduce((sum, run) => sum + run.length, 0);
  const squares = runs.reduce((sum, run) => sum + run.reduce((own, value) => own + value * value, 0), 0);
  if (!(squares > 0)) return 0;
  const products = runs.reduce((sum, run) => sum + run.reduce((own, value, k) => own + (k === 0 ? 0 : value * run[k - 1]!), 0), 0);
  const correlation = products / squares;
  return correlation > 2 / Math.sqrt(count) ? Math.min(correlation, 0.99) : 0;
}

/**
 * As how many independent residuals correlated ones count: N (1 - rho) / (1 + rho), for first-order autoregression (Bayley & Hammersley 1946, "The effective number of
 * independent observations in an autocorrelated time series").
 */
export function independentCount(count: number, neighbours: number): number {
  return (count * (1 - neighbours)) / (1 + neighbours);
}

/**
 * A value `distance` away in the unit cube, unlike `fromUnit` also outside the bounds, and clipped to them.
 * @returns the value, and whether it was clipped
 */
export function movedValue({ lower, upper, scale }: Bounded, place: number): { readonly value: number; readonly outside: boolean } {
  if (place <= 0) return { value: lower, outside: true };
  if (place >= 1) return { value: upper, outside: true };
  return { value: scale === 'log' ? lower * (upper / lower) ** place : lower + (upper - lower) * place, outside: false };
}
