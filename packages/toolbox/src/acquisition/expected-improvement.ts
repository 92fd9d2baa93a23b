import { normalCumulative, normalDensity, tailRatio } from '../statistics/normal.ts';

export interface LogExpectedImprovement {
  /** Natural logarithm of the expected improvement. */
  readonly value: number;
  /** Derivative by the mean, below 0. */
  readonly byMean: number;
  /** Derivative by the standard deviation, above 0. */
  readonly byDeviation: number;
}

/**
 * Expected improvement of a value that is believed normal, when the least value is sought (Jones, Schonlau & Welch 1998,
 * equation 15): E max(0, best - f). Underflows to 0 far above the best; see `logExpectedImprovement`.
 * @param mean and `deviation` (standard deviation, at least 0) of the value; `best` the least value so far.
 * @returns at least 0, in the units of the values.
 */
export function expectedImprovement(mean: number, deviation: number, best: number): number {
  if (!(deviation > 0)) return Math.max(0, best - mean);
  const z = (best - mean) / deviation;
  return z < -6 ? Math.exp(logExpectedImprovement(mean, deviation, best).value) : deviation * (normalDensity(z) + z * normalCumulative(z));
}

/**
 * Logarithm of the expected improvement with its derivatives, finite however poor the mean (Ament et al. 2023, "Unexpected
 * improvements to expected improvement for Bayesian optimization"). With z = (best - mean) / deviation it is
 * ln deviation + ln(phi(z) + z Phi(z)). In the lower tail the bracket is phi(z) t / (x + t), where x = -z / sqrt(2) and t = i erfc(x) / erfc(x)
 * by its continued fraction: all terms are positive, so that nothing cancels, unlike in the form of the paper.
 * @param mean and `deviation` (standard deviation, above 0) of the value; `best` the least value so far.
 */
export function logExpectedImprovement(mean: number, deviation: number, best: number): LogExpectedImprovement {
  const z = (best - mean) / deviation;
  let log: number;
  /** Phi(z) over the bracket, which is the derivative of `log` by z. */
  let slope: number;
  /** phi(z) over the bracket. */
  let density: number;
  if (z < -4) {
    const x = -z * Math.SQRT1_2;
    const t = tailRatio(x);
    density = (x + t) / t;
    slope = Math.SQRT1_2 / t;
    log = -0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - Math.log(density);
  } else {
    const phi = normalDensity(z);
    const cumulative = normalCumulative(z);
    const bracket = phi + z * cumulative;
    log = Math.log(bracket);
    slope = cumulative / bracket;
    density = phi / bracket;
  }
  return { value: Math.log(deviation) + log, byMean: -slope / deviation, byDeviation: density / deviation };
}
