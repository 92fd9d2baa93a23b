import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { numbersOf } from '../shared/answers.ts';
import { commonUnits, quotient } from '../shared/exact.ts';

/** Lowest ratio known: 1.502862 (2026, listed with its history in github.com/teorth/optimizationproblems, constant 1a; AlphaEvolve, arXiv 2506.13131, B.1: 1.5053). */
export const bestKnown = 1.502862;

const mostSteps = 600;

/**
 * Judges a step function f >= 0 of n equal steps on [-1/4, 1/4]: the ratio of the largest value of the autoconvolution f * f to the
 * square of the integral of f. Small is good; the score is the ratio, negated.
 *
 * With steps of width w = 1 / (2n), f * f is linear between multiples of w, so its largest value is at one of them, where it is w times
 * a sum of products of heights. The ratio of whole numbers that follows is computed exactly and rounded once.
 */
export function judge(found: unknown): Evaluation {
  const heights = numbersOf(found, [1, mostSteps]);
  if (heights === undefined) return { invalid: `it must return 1 to ${mostSteps} finite numbers` };
  if (heights.some((height) => height < 0)) return { invalid: 'a height is below 0' };
  const exact = commonUnits(heights);
  const sum = exact.reduce((total, height) => total + height, 0n);
  if (sum === 0n) return { invalid: 'the function is 0 everywhere' };
  const peak = autoconvolution(exact).reduce((most, value) => (value > most ? value : most));
  const ratio = quotient(BigInt(2 * heights.length) * peak, sum * sum);
  return {
    score: -ratio,
    parts: { ratio, 'of the best known': bestKnown / ratio },
    measures: { zeros: heights.filter((height) => height === 0).length / heights.length },
    artefacts: { heights: [...heights] },
  };
}

function autoconvolution(heights: readonly bigint[]): readonly bigint[] {
  return Array.from({ length: 2 * heights.length - 1 }, (_, at) => {
    let sum = 0n;
    for (let index = Math.max(0, at - heights.length + 1); index <= Math.min(at, heights.length - 1); index += 1) {
      sum += (heights[index] as bigint) * (heights[at - index] as bigint);
    }
    return sum;
  });
}

export const problem: ModuleProblem = {
  contract: `export default function steps(most: number, context: CallContext): number[]
// heights of 1 to most equal steps`,
  goal: 'Return the heights, none below 0, of a step function f on [-1/4, 1/4] such that max (f * f) / (integral of f)^2 is as small as possible. Less than 1.5098 is better than anything known before 2025.',
  rules: 'It has 20 seconds.',
  measures: ['zeros'],
  cases: [{ id: 'steps', seed: 1 }],
  evaluate: async (program) => judge(await program.call('default', mostSteps)),
};
