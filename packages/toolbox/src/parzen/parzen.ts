import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { normalCumulative } from '../statistics/normal.ts';
import { requireSameLength } from '../require-same-length.ts';

export interface ParzenOptions {
  /** Weights of the points, at least 0; equal unless given. */
  readonly weights?: readonly number[];
  /** Least deviation of a kernel along an axis; 0.001 unless given. */
  readonly leastDeviation?: number;
  /** Weight of a wide kernel about the centre of the cube, as that of one point of weight 1; 1 unless given. */
  readonly prior?: number;
}

/** A density in the unit cube: a mixture of products of truncated normal densities. A plain record. */
export interface ParzenEstimator {
  readonly kernels: readonly ParzenKernel[];
}

export interface ParzenKernel {
  /** Share of the mixture; all shares sum to 1. */
  readonly share: number;
  readonly centre: readonly number[];
  /** Standard deviation along each axis, before the cut at the walls of the cube. */
  readonly deviations: readonly number[];
  /** Logarithm of the share and of all factors that do not depend on the place. */
  readonly logScale: number;
}

/** Deviation of the prior's kernel: nearly uniform. */
const priorDeviation = 1;

/**
 * Parzen estimator over the unit cube, one kernel a point with the same deviations, and a prior that covers the cube
 * (Bergstra et al. 2011, "Algorithms for hyper-parameter optimization"). Kernels are products over the axes, so that
 * dependences between parameters are kept, and deviations follow Scott's rule as in Falkner, Klein & Hutter 2018 ("BOHB"):
 * 1.06 s n^(-1/(d + 4)), with s the deviation of the points along the axis. Densities are cut at the walls.
 * @param points n points of d coordinates in [0, 1]. @param dimension d, since there may be no point.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_RANGE` for a negative weight, or when all weights and the prior's are 0.
 */
export function createParzen(points: readonly (readonly number[])[], dimension: number, options: ParzenOptions = {}): ParzenEstimator {
  const { weights = points.map(() => 1), leastDeviation = 1e-3, prior = 1 } = options;
  requireSameLength('weights', weights.length, points.length);
  for (const point of points) requireSameLength('point', point.length, dimension);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.some((weight) => !(weight >= 0)) || !(prior >= 0) || !(total + prior > 0)) {
    throw new EvospiceError('TOOLBOX_RANGE', 'the weights of the kernels are out of range', { received: { weights, prior }, expected: 'numbers of at least 0, not all 0' });
  }
  const rule = 1.06 * Math.max(1, points.length) ** (-1 / (dimension + 4));
  const deviations = Array.from({ length: dimension }, (_, axis) => {
    if (points.length < 2) return 0.2;
    const centre = points.reduce((sum, point, i) => sum + weights[i]! * point[axis]!, 0) / Math.max(total, Number.MIN_VALUE);
    const variance = points.reduce((sum, point, i) => sum + weights[i]! * (point[axis]! - centre) ** 2, 0) / Math.max(total, Number.MIN_VALUE);
    return Math.max(leastDeviation, rule * Math.sqrt(variance));
  });
  const kernel = (centre: readonly number[], spread: readonly number[], weight: number): ParzenKernel => {
    const share = weight / (total + prior);
    let logScale = Math.log(share) - 0.5 * dimension * Math.log(2 * Math.PI);
    for (const [axis, deviation] of spread.entries()) {
      logScale -= Math.log(deviation * (normalCumulative((1 - centre[axis]!) / deviation) - normalCumulative(-centre[axis]! / deviation)));
    }
    return { share, centre, deviations: spread, logScale };
  };
  const everywhere = kernel(Array.from({ length: dimension }, () => 0.5), Array.from({ length: dimension }, () => priorDeviation), prior);
  return { kernels: [...points.map((point, i) => kernel(point, deviations, weights[i]!)), everywhere].filter(({ share }) => share > 0) };
}

/** A point drawn from the density; all coordinates in [0, 1]. */
export function sampleParzen(estimator: ParzenEstimator, random: RandomSource): number[] {
  let left = random.next();
  const chosen = estimator.kernels.find(({ share }) => (left -= share) < 0) ?? estimator.kernels.at(-1)!;
  return chosen.centre.map((centre, axis) => truncatedNormal(centre, chosen.deviations[axis]!, random));
}

/** Natural logarithm of the density at a point of the cube; finite as long as there is a prior. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function logParzenDensity(estimator: ParzenEstimator, point: readonly number[]): number {
  const logs = estimator.kernels.map(({ centre, deviations, logScale }) => {
    requireSameLength('point', point.length, centre.length);
    let squares = 0;
    for (let axis = 0; axis < centre.length; axis++) squares += ((point[axis]! - centre[axis]!) / deviations[axis]!) ** 2;
    return logScale - 0.5 * squares;
  });
  const largest = Math.max(...logs);
  if (largest === -Infinity) return -Infinity;
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}

/** By rejection: with the centre inside, at least a third of the normal's mass is inside for deviations up to 1. */
function truncatedNormal(centre: number, deviation: number, random: RandomSource): number {
  for (;;) {
    const place = centre + deviation * random.normal();
    if (place >= 0 && place <= 1) return place;
  }
}
