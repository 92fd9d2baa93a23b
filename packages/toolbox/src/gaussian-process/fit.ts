import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';
import { conditionGaussianProcess, type GaussianProcess, type GaussianProcessParameters } from './gaussian-process.ts';
import { createEvidence } from './marginal-likelihood.ts';
import { minimizeInBox } from '../quasi-newton/minimize-in-box.ts';

export interface GaussianProcessFitOptions {
  /** Parameters to start from, such as those of an earlier fit. */
  readonly from?: GaussianProcessParameters;
  /** Starts of the search for parameters: `from`, two fixed ones (with noise and without), and random ones; 2 unless given. */
  readonly starts?: number;
  /** Draws the random starts; left out, there are none. */
  readonly random?: RandomSource;
  /** Steps of each search; 40 unless given. */
  readonly iterations?: number;
  /** Bounds of the noise's standard deviation as fractions of the values' own; [1e-5, 0.3] unless given. */
  readonly noise?: readonly [number, number];
}

/** Deviation of the logarithm of a length scale, a priori (Hvarfner, Hellsten & Nardi 2024). */
const lengthDeviation = Math.sqrt(3);

/**
 * Fits a Gaussian process for points of the unit cube: the likeliest parameters a posteriori for standardised values. A
 * priori a length scale is log-normal about sqrt(d / 6), the distance of two random points of the cube (root mean square), so that it
 * grows with the dimension as in Hvarfner, Hellsten & Nardi 2024, "Vanilla Bayesian optimization performs great in high
 * dimensions", which keeps a model of many parameters from seeing structure in each of them. Their own prior, about ten times as long,
 * makes functions of a few parameters too smooth: it takes their wells for noise. Signal and noise variance have wide log-normal priors. The mean is the most likely one. L-BFGS in a box of logarithms,
 * from several starts; O(n^3) a step.
 * @param points n >= 1 points of d coordinates, distinct for the most part. @param values n numbers.
 * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_EMPTY`, `TOOLBOX_RANGE` for values that are not finite.
 */
export function fitGaussianProcess(points: readonly (readonly number[])[], values: readonly number[], options: GaussianProcessFitOptions = {}): GaussianProcess {
  requireSameLength('values', values.length, points.length);
  const { centre, spread } = standardization(values);
  const dimension = points[0]!.length;
  const { starts = 2, random, iterations = 40, noise = [1e-5, 0.3] } = options;
  const likelyLength = 0.5 * Math.log(dimension / 6);
  const typical = [...Array.from({ length: dimension }, () => likelyLength), 0, Math.log(1e-6)];
  const deviations = [...Array.from({ length: dimension }, () => lengthDeviation), 2, 6];
  const lower = [...Array.from({ length: dimension }, () => Math.log(0.01)), Math.log(0.01), 2 * Math.log(noise[0])];
  const upper = [...Array.from({ length: dimension }, () => likelyLength + 2 * lengthDeviation), Math.log(1000), 2 * Math.log(noise[1])];

  const evidence = createEvidence(points, values.map((value) => (value - centre) / spread));
  const misfit = (logarithms: readonly number[]): { value: number; gradient: number[] } => {
    const found = evidence(logarithms);
    if (found === undefined) return { value: Infinity, gradient: [] };
    let value = -found.value;
    const gradient = found.gradient.map((slope, index) => {
      const off = (logarithms[index]! - typical[index]!) / deviations[index]!;
      value += 0.5 * off * off;
      return off / deviations[index]! - slope;
    });
    return { value, gradient };
  };

  const { from } = options;
  const warm = from === undefined ? [] : [[...from.lengthScales.map(Math.log), Math.log(from.signalVariance / spread ** 2), Math.log(from.noiseVariance / spread ** 2)]];
  // Shorter lengths than likely a priori, once with noise and once without: a search that starts without noise explains
  // it by ever shorter lengths, and hardly finds back.
  const [cold, exact] = [1e-2, 1e-6].map((variance) => typical.map((value, index) => (index < dimension ? value - lengthDeviation : index === dimension ? value : Math.log(variance)))) as [number[], number[]];
  const candidates = [...warm, cold, exact].slice(0, Math.max(1, starts));
  while (random !== undefined && candidates.length < starts) candidates.push(typical.map((value, index) => value + (index <= dimension ? deviations[index]! : 2) * random.normal()));

  let best: { point: number[]; value: number } = { point: cold, value: Infinity };
  for (const start of candidates) {
    const found = minimizeInBox(misfit, start, { lower, upper, iterations, tolerance: 1e-6 });
    if (found.value < best.value) best = found;
  }
  const logarithms = best.point.map((value, index) => Math.min(upper[index]!, Math.max(lower[index]!, value)));
  return conditionGaussianProcess(points, values, {
    lengthScales: logarithms.slice(0, dimension).map(Math.exp),
    signalVariance: Math.exp(logarithms[dimension]!) * spread ** 2,
    noiseVariance: Math.exp(logarithms[dimension + 1]!) * spread ** 2,
    mean: centre + spread * (evidence(logarithms)?.mean ?? 0),
  });
}

function standardization(values: readonly number[]): { centre: number; spread: number } {
  if (values.length === 0) throw new EvospiceError('TOOLBOX_EMPTY', 'there are no values to fit', { received: values, expected: 'at least one' });
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
  if (!Number.isFinite(spread)) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a value to fit is not finite', { received: values, expected: 'finite numbers', remedy: 'replace failures by a poor value' });
  }
  // Equal values have no spread; any unit serves.
  return { centre, spread: spread > 1e-12 * Math.abs(centre) && spread > 0 ? spread : Math.abs(centre) || 1 };
}
