import { EvospiceError } from '@evospice/contracts';

/** Constants of one CMA-ES, named as in Hansen, "The CMA evolution strategy: a tutorial", arXiv:1604.00772, table 1. */
export interface CmaEsStrategy {
  readonly dimension: number;
  /** Points a generation. */
  readonly lambda: number;
  /** Points that the mean is made of. */
  readonly mu: number;
  /** One weight a rank, best first: the first mu sum to 1, the others are negative or 0. */
  readonly weights: readonly number[];
  readonly muEff: number;
  readonly cSigma: number;
  readonly dSigma: number;
  readonly cC: number;
  readonly c1: number;
  readonly cMu: number;
  /** Expected length of a standard normal vector. */
  readonly chiN: number;
}

/** The tutorial's usual number of points a generation, 4 + floor(3 ln n). */
export function cmaEsLambda(dimension: number): number {
  return 4 + Math.floor(3 * Math.log(dimension));
}

/**
 * The default constants for a dimension (arXiv:1604.00772, equations 49 to 58), negative weights included.
 * @param dimension at least 1; `lambda` at least 2, by default `cmaEsLambda`.
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export function cmaEsStrategy(dimension: number, lambda = cmaEsLambda(dimension)): CmaEsStrategy {
  if (!(Number.isInteger(dimension) && dimension >= 1 && Number.isInteger(lambda) && lambda >= 2)) {
    throw new EvospiceError('TOOLBOX_RANGE', `${lambda} points in ${dimension} dimensions`, { received: [dimension, lambda], expected: 'at least 1 dimension and 2 points, whole numbers' });
  }
  const n = dimension;
  const raw = Array.from({ length: lambda }, (_, index) => Math.log((lambda + 1) / 2) - Math.log(index + 1));
  const mu = Math.floor(lambda / 2);
  const muEff = effective(raw.slice(0, mu));
  const muEffMinus = effective(raw.slice(mu));
  const cC = (4 + muEff / n) / (n + 4 + (2 * muEff) / n);
  const cSigma = (muEff + 2) / (n + muEff + 5);
  const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
  const c1 = 2 / ((n + 1.3) ** 2 + muEff);
  const cMu = Math.min(1 - c1, (2 * (1 / 4 + muEff + 1 / muEff - 2)) / ((n + 2) ** 2 + muEff));
  const positive = raw.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const negative = raw.reduce((sum, weight) => sum + Math.max(0, -weight), 0);
  // The third keeps the covariance positive definite (equation 52).
  const alpha = Math.min(1 + c1 / cMu, 1 + (2 * muEffMinus) / (muEff + 2), (1 - c1 - cMu) / (n * cMu));
  const weights = raw.map((weight) => (weight >= 0 ? weight / positive : (alpha * weight) / negative));
  const chiN = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  return { dimension, lambda, mu, weights, muEff, cSigma, dSigma, cC, c1, cMu, chiN };
}

/** Variance-effective number of points behind weights: (sum w)^2 / sum w^2. */
function effective(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return squares === 0 ? 0 : (sum * sum) / squares;
}
