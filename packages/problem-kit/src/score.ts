import { defined, EvospiceError, type CaseScore, type Outcome, type ProgramText, type Score } from '@evospice/contracts';
import type { EvaluationData } from './evaluation.ts';

/** The measure that every problem has: characters of all files of the program. */
export const lengthMeasure = 'length';

function dataOf({ case: id, data }: Outcome): EvaluationData {
  if (typeof data === 'object' && data !== null && 'score' in data) return data as unknown as EvaluationData;
  throw new EvospiceError('PROBLEM_EVALUATION', `the outcome of case ${id} has no score`, { received: data, expected: 'an outcome of a program that did not fail' });
}

/** Mean score over the cases, with the mean of each part and objective, the score of each case and their standard deviation. */
export function meanScore(outcomes: readonly Outcome[]): Score {
  const all = outcomes.map(dataOf);
  const value = mean(all.map(({ score }) => score));
  const cases = outcomes.map(({ case: id, seed }, index): CaseScore => ({ case: id, seed, value: (all[index] as EvaluationData).score, parts: partsOf(all[index] as EvaluationData) }));
  const objectives = meansByName(all.map((data) => data.objectives ?? {}));
  return {
    value,
    parts: meansByName(all.map(partsOf)),
    cases,
    spread: Math.sqrt(mean(all.map(({ score }) => (score - value) ** 2))),
    ...defined({ objectives: Object.keys(objectives).length === 0 ? undefined : objectives }),
  };
}

/**
 * Means of the measures named, over the cases; {@link lengthMeasure} is taken from the program itself.
 * @throws EvospiceError `PROBLEM_EVALUATION` for a measure that no evaluation gives
 */
export function meanMeasures(outcomes: readonly Outcome[], program: ProgramText, names: readonly string[]): Readonly<Record<string, number>> {
  const means = meansByName(outcomes.map((outcome) => dataOf(outcome).measures ?? {}));
  return Object.fromEntries(names.map((name) => {
    const value = name === lengthMeasure ? lengthOf(program) : means[name];
    if (value !== undefined) return [name, value];
    throw new EvospiceError('PROBLEM_EVALUATION', `the evaluation gives no measure "${name}"`, { received: Object.keys(means), expected: `the measures ${names.join(', ')} on every case` });
  }));
}

function lengthOf({ files }: ProgramText): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

function partsOf({ score, parts }: EvaluationData): Readonly<Record<string, number>> {
  return parts === undefined || Object.keys(parts).length === 0 ? { score } : parts;
}

/** Means of the figures that every record has. */
function meansByName(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(records[0] ?? {}).filter((name) => records.every((record) => record[name] !== undefined));
  return Object.fromEntries(names.map((name) => [name, mean(records.map((record) => record[name] as number))]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
