import { EvospiceError } from '@evospice/contracts';
import { regressionModels } from './models.ts';
import type { RegressionDataset } from './parse-dataset.ts';

/** A set of the archive with its model: least squares in the parameters. */
export interface RegressionProblem extends RegressionDataset {
  /** Model minus response, one entry an observation. */
  residuals(b: readonly number[]): number[];
  /** Exact derivatives of the residuals, observations by parameters. */
  jacobian(b: readonly number[]): number[][];
}

/** @throws EvospiceError `DATASET_UNKNOWN` for a set whose model is not known. */
export function regressionProblem(dataset: RegressionDataset): RegressionProblem {
  const model = regressionModels[dataset.name];
  if (model === undefined) {
    throw new EvospiceError('DATASET_UNKNOWN', `no model is known for the set ${dataset.name}`, { received: dataset.name, expected: Object.keys(regressionModels).join(', ') });
  }
  const wanted = model.response === undefined ? dataset.response : dataset.response.map(model.response);
  return {
    ...dataset,
    residuals: (b) => dataset.predictors.map((x, index) => model.value(b, x) - wanted[index]!),
    jacobian: (b) => dataset.predictors.map((x) => model.gradient(b, x)),
  };
}

/** Digits that NIST certifies. */
const certifiedDigits = 11;

/**
 * Log relative error: decimal digits that an estimate shares with the certified value, from 0 to 11; 0 for an estimate
 * that is not finite. (McCullough 1998, "Assessing the reliability of statistical software: part I".)
 */
export function logRelativeError(estimate: number, certified: number): number {
  const error = Math.abs(estimate - certified) / (certified === 0 ? 1 : Math.abs(certified));
  if (!Number.isFinite(error)) return 0;
  return error === 0 ? certifiedDigits : Math.min(certifiedDigits, Math.max(0, -Math.log10(error)));
}

/** The least `logRelativeError` of all parameters: digits that the whole result can be trusted for. */
export function certifiedDigitsOf(estimates: readonly number[], certified: readonly number[]): number {
  return Math.min(...certified.map((value, index) => logRelativeError(estimates[index] ?? Number.NaN, value)));
}
