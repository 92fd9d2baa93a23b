import { EvospiceError, type CaseScore, type Score } from '@evospice/contracts';
import { geometricMean, mean } from '@evospice/toolbox';

/** Scores below this count as it in the spread, which is taken of logarithms. */
const smallest = 1e-12;

/**
 * One score of many runs: the geometric means of value and parts; `spread` is the standard deviation (population) of the logarithms.
 * @param parts names of those of the runs' parts that the score has too
 * @throws EvospiceError `SCORE_EMPTY` for no runs
 */
export function combineCases(cases: readonly CaseScore[], parts: readonly string[]): Score {
  if (cases.length === 0) throw new EvospiceError('SCORE_EMPTY', 'there is no run to score', { expected: 'at least one run' });
  const logarithms = cases.map(({ value }) => Math.log(Math.max(value, smallest)));
  const centre = mean(logarithms);
  return {
    value: geometricMean(cases.map(({ value }) => value)),
    parts: Object.fromEntries(parts.map((name) => [name, geometricMean(cases.map((one) => one.parts[name] as number))])),
    cases,
    spread: Math.sqrt(mean(logarithms.map((value) => (value - centre) ** 2))),
  };
}
