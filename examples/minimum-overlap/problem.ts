import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { numbersOf } from '../shared/answers.ts';
import { commonUnits, quotient } from '../shared/exact.ts';

/** Lowest overlap known: 0.380876 (TTT-Discover, arXiv 2601.16175; AlphaEvolve, arXiv 2506.13131, B.5: 0.380924; Haugland, arXiv 1609.08000: 0.380927). No function is below 0.379005 (White, arXiv 2201.05704). */
export const bestKnown = 0.380876;

const mostSteps = 600;

/**
 * Judges a step function f of n equal steps on [-1, 1] with 0 <= f <= 1 and integral 1: the largest value, over all shifts x, of the
 * integral of f(t) (1 - f(t + x)) over all t for which both t and t + x are in [-1, 1]. Small is good; the score is it, negated.
 *
 * The heights that a program gives are scaled here so that the integral is 1, in whole numbers: with heights h of sum S, f = n h / (2 S).
 * The overlap is linear between shifts by whole steps, so its largest value is at one of them: a sum of h_i (2 S - n h_j) over 2 S^2.
 */
export function judge(found: unknown): Evaluation {
  const heights = numbersOf(found, [2, mostSteps]);
  if (heights === undefined) return { invalid: `it must return 2 to ${mostSteps} finite numbers` };
  if (heights.some((height) => height < 0)) return { invalid: 'a height is below 0' };
  const exact = commonUnits(heights);
  const count = BigInt(exact.length);
  const sum = exact.reduce((total, height) => total + height, 0n);
  if (sum === 0n) return { invalid: 'the function is 0 everywhere' };
  const rest = exact.map((height) => 2n * sum - count * height);
  const tooHigh = rest.findIndex((value) => value < 0n);
  if (tooHigh >= 0) return { invalid: `step ${tooHigh} is higher than 1 when the integral is 1` };
  const overlap = quotient(largestOverlap(exact, rest), 2n * sum * sum);
  const most = Math.max(...heights);
  return {
    score: -overlap,
    parts: { overlap, 'of the best known': bestKnown / overlap },
    measures: { evenness: heights.reduce((total, height) => total + height / most, 0) / heights.length },
    artefacts: { heights: [...heights] },
  };
}

function largestOverlap(heights: readonly bigint[], rest: readonly bigint[]): bigint {
  const { length } = heights;
  let most = 0n;
  for (let shift = 1 - length; shift < length; shift += 1) {
    let sum = 0n;
    for (let index = Math.max(0, -shift); index < Math.min(length, length - shift); index += 1) sum += (heights[index] as bigint) * (rest[index + shift] as bigint);
    if (sum > most) most = sum;
  }
  return most;
}

export const problem: ModuleProblem = {
  contract: `export default function steps(most: number, context: CallContext): number[]
// heights of 2 to most equal steps, to any scale`,
  goal: 'Return the heights of a step function f on [-1, 1] such that the largest value over x of the integral of f(t) (1 - f(t + x)), t and t + x in [-1, 1], is as small as possible. '
    + 'Heights are scaled so that the integral of f is 1; none may then be below 0 or above 1.',
  rules: 'It has 20 seconds.',
  measures: ['evenness'],
  cases: [{ id: 'steps', seed: 1 }],
  evaluate: async (program) => judge(await program.call('default', mostSteps)),
};
