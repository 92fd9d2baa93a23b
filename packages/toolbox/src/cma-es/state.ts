import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { symmetricEigen } from '../linear-algebra/symmetric.ts';
import { filled, identity, multiply, multiplyTransposed, norm } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';
import { cmaEsLambda, cmaEsStrategy, type CmaEsStrategy } from './strategy.ts';

/** All that a CMA-ES knows between two generations: points are drawn from N(mean, sigma^2 C). */
export interface CmaEsState {
  readonly strategy: CmaEsStrategy;
  readonly generation: number;
  readonly mean: readonly number[];
  readonly sigma: number;
  /** C, n x n. */
  readonly covariance: readonly (readonly number[])[];
  /** Columns are the eigenvectors of C as it was in generation `decomposedAt`. */
  readonly basis: readonly (readonly number[])[];
  /** Roots of its eigenvalues. */
  readonly axes: readonly number[];
  readonly decomposedAt: number;
  /** Evolution path of sigma. */
  readonly pSigma: readonly number[];
  /** Evolution path of C. */
  readonly pC: readonly number[];
}

/**
 * A CMA-ES that has drawn nothing yet (Hansen, arXiv:1604.00772).
 * @param mean n numbers; `sigma` above 0, about a third of the distance within which the optimum is expected.
 * @param lambda points a generation, by default 4 + floor(3 ln n).
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export function createCmaEs(mean: readonly number[], sigma: number, lambda = cmaEsLambda(mean.length)): CmaEsState {
  if (!(sigma > 0 && Number.isFinite(sigma))) throw new EvospiceError('TOOLBOX_RANGE', `sigma ${sigma}`, { received: sigma, expected: 'a finite number above 0' });
  const n = mean.length;
  const unit = identity(n);
  return {
    strategy: cmaEsStrategy(n, lambda), generation: 0, mean, sigma, covariance: unit, basis: unit, axes: filled(n, 1), decomposedAt: 0, pSigma: filled(n, 0), pC: filled(n, 0),
  };
}

/** Points of the next generation, x = mean + sigma B D z (arXiv:1604.00772, equations 38 to 40); not bounded. @param count by default lambda. */
export function cmaEsSample(state: CmaEsState, random: RandomSource, count = state.strategy.lambda): number[][] {
  return Array.from({ length: count }, () => {
    const z = state.axes.map((length) => length * random.normal());
    return multiply(state.basis, z).map((value, axis) => state.mean[axis]! + state.sigma * value);
  });
}

/** Length of a step in units of the distribution: |C^(-1/2) (point - mean)| / sigma. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function cmaEsDistance(state: CmaEsState, point: readonly number[]): number {
  requireSameLength('point', point.length, state.mean.length);
  return norm(whitenedAlongAxes(state, point.map((value, axis) => (value - state.mean[axis]!) / state.sigma)));
}

/**
 * The state after a generation (arXiv:1604.00772, equations 41 to 47): mean, step-size control, rank-one and rank-mu update
 * with negative weights. C is decomposed again only when it has changed enough to matter, every 1 / (10 n (c1 + cMu)) generations.
 * @param ranked the lambda points of the generation, best first.
 * @throws EvospiceError `TOOLBOX_SHAPE` for another number of points or coordinates.
 */
export function cmaEsUpdate(state: CmaEsState, ranked: readonly (readonly number[])[]): CmaEsState {
  const { strategy, mean, sigma } = state;
  const { dimension: n, lambda, mu, weights, muEff, cSigma, dSigma, cC, c1, cMu, chiN } = strategy;
  requireSameLength('generation', ranked.length, lambda);
  for (const point of ranked) requireSameLength('point', point.length, n);

  const steps = ranked.map((point) => point.map((value, axis) => (value - mean[axis]!) / sigma));
  const step = mean.map((_, axis) => steps.slice(0, mu).reduce((sum, y, rank) => sum + weights[rank]! * y[axis]!, 0));
  const generation = state.generation + 1;

  // C^(-1/2) y = B D^-1 B' y.
  const whitened = multiply(state.basis, whitenedAlongAxes(state, step));
  const pSigma = state.pSigma.map((value, axis) => (1 - cSigma) * value + Math.sqrt(cSigma * (2 - cSigma) * muEff) * whitened[axis]!);
  const length = norm(pSigma);
  // A long path stalls the rank-one update, so that C does not outrun a step size that is far too small.
  const stalled = length / Math.sqrt(1 - (1 - cSigma) ** (2 * generation)) >= (1.4 + 2 / (n + 1)) * chiN;
  const pC = state.pC.map((value, axis) => (1 - cC) * value + (stalled ? 0 : Math.sqrt(cC * (2 - cC) * muEff) * step[axis]!));

  const weightOf = steps.map((y, rank) => {
    const weight = weights[rank]!;
    if (weight >= 0) return weight;
    const distance = norm(whitenedAlongAxes(state, y));
    return distance > 0 ? (weight * n) / distance ** 2 : 0;
  });
  const kept = 1 + (stalled ? c1 * cC * (2 - cC) : 0) - c1 - cMu * weights.reduce((sum, weight) => sum + weight, 0);
  const covariance = state.covariance.map((row) => [...row]);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      let rankMu = 0;
      for (let rank = 0; rank < lambda; rank++) rankMu += weightOf[rank]! * steps[rank]![row]! * steps[rank]![column]!;
      const value = kept * covariance[row]![column]! + c1 * pC[row]! * pC[column]! + cMu * rankMu;
      covariance[row]![column] = value;
      covariance[column]![row] = value;
    }
  }
  const next: CmaEsState = {
    ...state,
    generation,
    mean: mean.map((value, axis) => value + sigma * step[axis]!),
    sigma: sigma * Math.exp(Math.min(1, (cSigma / dSigma) * (length / chiN - 1))),
    covariance,
    pSigma,
    pC,
  };
  return generation - state.decomposedAt >= 1 / (10 * n * (c1 + cMu)) ? decomposed(next) : next;
}

/**
 * The state with a standard deviation of at least `least` along every axis of coordinates. Parameters that move in steps need
 * it: below the step nothing changes any more.
 * @param least one number a coordinate, 0 for no limit.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function cmaEsWidened(state: CmaEsState, least: readonly number[]): CmaEsState {
  requireSameLength('least deviations', least.length, state.mean.length);
  if (least.every((limit, axis) => state.sigma * Math.sqrt(state.covariance[axis]![axis]!) >= limit)) return state;
  const covariance = state.covariance.map((row, axis) => row.map((value, column) => (axis === column ? Math.max(value, (least[axis]! / state.sigma) ** 2) : value)));
  return decomposed({ ...state, covariance });
}

function decomposed(state: CmaEsState): CmaEsState {
  const { values, vectors } = symmetricEigen(state.covariance);
  const largest = values.at(-1) ?? 1;
  // Rounding can leave an eigenvalue of a nearly singular C at or below 0.
  return { ...state, basis: vectors, axes: values.map((value) => Math.sqrt(Math.max(value, 1e-20 * largest))), decomposedAt: state.generation };
}

/** D^-1 B' y. */
function whitenedAlongAxes(state: CmaEsState, y: readonly number[]): number[] {
  return multiplyTransposed(state.basis, y).map((value, axis) => value / state.axes[axis]!);
}
