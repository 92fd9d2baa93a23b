import { defineRule, shown, type Found } from '@evospice/rules-kit';
import { fisherInformation, identifiability } from '@evospice/toolbox';

export interface DeterminedOptions {
  /** Noise of a measured value, as a share of it. */
  readonly noise: number;
  /** Standard error, as a share of the bounds, above which a value is a guess. */
  readonly loose: number;
}

/** Change of every value over the whole range of a parameter, as a share of the value, below which it is none. */
const negligible = 1e-4;

/**
 * Parameters that the training curves cannot determine: those that move nothing, and those whose standard error, from Fisher's information with the bounds as
 * prior knowledge, is a large part of their range.
 */
export const cardDetermined = ({ noise, loose }: DeterminedOptions) => defineRule('card-determined', ({ sensitivity }) => {
  if (sensitivity === undefined || sensitivity.rows.length === 0) return [];
  const { parameters, rows, simulations } = sensitivity;
  const source = `derivatives of the training curves, ${simulations === 0 ? 'exact, by the compact model' : `by ${simulations} simulations`}`;
  const largest = parameters.map((_, k) => rows.reduce((most, row) => Math.max(most, Math.abs(row[k]!)), 0));
  const { errors, companions } = identifiability(fisherInformation(rows.map((row) => row.map((slope) => slope / noise)), parameters.length), loose);
  return parameters.flatMap((parameter, k): Found[] => {
    if (largest[k]! <= negligible) {
      return [{
        severity: 'warning', parameter, value: largest[k]!, limit: `above ${negligible}`, source,
        message: `${parameter} moves no training point, by ${shown(100 * largest[k]!)} % at most over its whole range: take it off the tunables, or measure what shows it`,
      }];
    }
    if (!(errors[k]! > loose)) return [];
    const others = companions[k]!.map((other) => parameters[other]!);
    return [{
      severity: 'note', parameter, value: errors[k]!, limit: `at most ${loose} of the bounds`, source,
      message: `${parameter} is known to ${shown(100 * errors[k]!)} % of its bounds only${others.length === 0 ? '' : `: ${others.join(' and ')} can make up for it`}`,
    }];
  });
}, { sensitivity: true });
