import type { Sensitivity } from '@evospice/contracts';
import { defineRule, shown, type Found } from '@evospice/rules-kit';
import { choleskySolve } from '@evospice/toolbox';

export interface DeterminedOptions {
  /** Noise of a measured value, as a share of it. */
  readonly noise: number;
  /** Standard error, as a share of the bounds, above which a value is a guess. */
  readonly loose: number;
}

/** Of a value that is only known to lie between its bounds: the inverse of the variance of a uniform distribution. */
const uniform = 12;
/** Change of every value over the whole range of a parameter, as a share of the value, below which it is none. */
const negligible = 1e-4;
/** Correlation from which two parameters are named together. */
const together = 0.9;

/**
 * Parameters that the training curves cannot determine: those that move nothing, and those whose standard error, from Fisher's information with the bounds as
 * prior knowledge, is a large part of their range.
 */
export const cardDetermined = ({ noise, loose }: DeterminedOptions) => defineRule('card-determined', ({ sensitivity }) => {
  if (sensitivity === undefined || sensitivity.rows.length === 0) return [];
  const { parameters, rows, simulations } = sensitivity;
  const source = `derivatives of the training curves, ${simulations === 0 ? 'exact, by the compact model' : `by ${simulations} simulations`}`;
  const largest = parameters.map((_, k) => rows.reduce((most, row) => Math.max(most, Math.abs(row[k]!)), 0));
  const covariance = covarianceOf(sensitivity, noise);
  const errors = covariance.map((row, k) => Math.sqrt(Math.max(0, row[k]!)));
  return parameters.flatMap((parameter, k): Found[] => {
    if (largest[k]! <= negligible) {
      return [{
        severity: 'warning', parameter, value: largest[k]!, limit: `above ${negligible}`, source,
        message: `${parameter} moves no training point, by ${shown(100 * largest[k]!)} % at most over its whole range: take it off the tunables, or measure what shows it`,
      }];
    }
    if (!(errors[k]! > loose)) return [];
    const partner = partnerOf(covariance, errors, k);
    return [{
      severity: 'note', parameter, value: errors[k]!, limit: `at most ${loose} of the bounds`, source,
      message: `${parameter} is known to ${shown(100 * errors[k]!)} % of its bounds only${partner === undefined ? '' : `: ${parameters[partner]} can make up for it`}`,
    }];
  });
}, { sensitivity: true });

function covarianceOf({ parameters, rows }: Sensitivity, noise: number): readonly (readonly number[])[] {
  const information = parameters.map((_, a) => parameters.map((__, b) => rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0) / noise ** 2 + (a === b ? uniform : 0)));
  return parameters.map((_, k) => choleskySolve(information, parameters.map((__, j) => Number(j === k))));
}

/** The parameter that this one is confused with most, where it is much. */
function partnerOf(covariance: readonly (readonly number[])[], errors: readonly number[], k: number): number | undefined {
  const strength = errors.map((error, j) => (j === k ? 0 : Math.abs(covariance[k]![j]!) / (error * errors[k]!)));
  const best = strength.indexOf(Math.max(...strength));
  return strength[best]! >= together ? best : undefined;
}
