import type { RandomSource } from '@evospice/contracts';
import type { GaussianProcess } from '../gaussian-process/gaussian-process.ts';
import { minimizeInBox } from '../quasi-newton/minimize-in-box.ts';
import { differentiateGaussianProcess, predictGaussianProcess } from '../gaussian-process/predict.ts';
import { sobol } from '../sampling/sobol.ts';
import { uniformSample } from '../sampling/latin-hypercube.ts';
import { logExpectedImprovement } from './expected-improvement.ts';

export interface AcquisitionSearch {
  /** Least value so far, which is to be improved. */
  readonly best: number;
  /** Box of the search. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly random: RandomSource;
  /** Points about which candidates are drawn as well, such as the best ones so far. */
  readonly around?: readonly (readonly number[])[];
  /** Candidates that are rated, half of them spread over the box and half of them about `around`; 200 unless given. */
  readonly candidates?: number;
  /** Best candidates from which the gradient is followed; 4 unless given. */
  readonly climbs?: number;
  /** Steps of each climb; 25 unless given. */
  readonly iterations?: number;
}

export interface Acquired {
  readonly point: number[];
  /** Logarithm of the expected improvement there. */
  readonly value: number;
}

/** Coordinates that a candidate about a point changes on average, as in Eriksson et al. 2019. */
const changed = 20;

/**
 * Places where a Gaussian process promises improvement, the most promising first: scrambled Sobol points of the box and
 * random steps of all sizes about given points are rated by the logarithm of the expected improvement, and its gradient is
 * followed from the best of them (Jones, Schonlau & Welch 1998; Ament et al. 2023).
 * @returns at least one place; those that were climbed to come before mere candidates only if they are better.
 * @throws EvospiceError `TOOLBOX_SHAPE` for a box of another dimension than the process has.
 */
export function maximizeExpectedImprovement(process: GaussianProcess, search: AcquisitionSearch): Acquired[] {
  const { best, lower, upper, candidates = 200, climbs = 4, iterations = 25 } = search;
  const rated = drawCandidates(search, candidates).map((point): Acquired => {
    const { mean, variance } = predictGaussianProcess(process, point);
    return { point, value: logExpectedImprovement(mean, Math.sqrt(variance), best).value };
  });
  const byValue = (a: Acquired, b: Acquired): number => b.value - a.value;
  rated.sort(byValue);
  const climbed = rated.slice(0, climbs).map(({ point }): Acquired => {
    const found = minimizeInBox((at) => {
      const { mean, variance, meanGradient, varianceGradient } = differentiateGaussianProcess(process, at);
      const deviation = Math.sqrt(variance);
      const { value, byMean, byDeviation } = logExpectedImprovement(mean, deviation, best);
      const byVariance = byDeviation / (2 * deviation);
      return { value: -value, gradient: meanGradient.map((slope, axis) => -(byMean * slope + byVariance * varianceGradient[axis]!)) };
    }, point, { lower, upper, iterations, tolerance: 1e-7 });
    return { point: found.point, value: -found.value };
  });
  return [...climbed, ...rated].sort(byValue);
}

function drawCandidates({ lower, upper, random, around = [] }: AcquisitionSearch, count: number): number[][] {
  const dimension = lower.length;
  const local = around.length === 0 ? 0 : Math.floor(count / 2);
  const spread = dimension <= 80 ? sobol(count - local, dimension, random) : uniformSample(count - local, dimension, random);
  const points = spread.map((point) => point.map((place, axis) => lower[axis]! + place * (upper[axis]! - lower[axis]!)));
  for (let i = 0; i < local; i++) {
    const centre = around[i % around.length]!;
    // Steps from a ten-thousandth of the box to a third of it.
    const step = 10 ** (-4 + 3.5 * random.next());
    const always = random.integer(0, dimension - 1);
    points.push(centre.map((place, axis) => {
      const moved = axis === always || random.next() * dimension < changed ? place + step * (upper[axis]! - lower[axis]!) * random.normal() : place;
      return Math.min(upper[axis]!, Math.max(lower[axis]!, moved));
    }));
  }
  return points;
}
