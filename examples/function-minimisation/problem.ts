import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { numbersOf } from '../shared/answers.ts';

const border = 5;

/** The function: a bowl with waves, as in the first example of OpenEvolve. Its lowest value in the square, -1.5187, lies near (-1.7041, 0.6775). */
export function height(x: number, y: number): number {
  return Math.sin(x) * Math.cos(y) + Math.sin(x * y) + (x * x + y * y) / 20;
}

/** The lowest value: the best point of a grid of step 0.001 over the whole square, refined. */
const lowest = -1.518_685_840_848_578;

/** Judges a point of the square [-5, 5] x [-5, 5]: the score is the function there, negated. */
export function judge(found: unknown): Evaluation {
  const [x, y] = numbersOf(found, 2) ?? [];
  if (x === undefined || y === undefined) return { invalid: 'it must return [x, y] of finite numbers' };
  if (Math.abs(x) > border || Math.abs(y) > border) return { invalid: `the point is not inside [-${border}, ${border}]` };
  const value = height(x, y);
  return { score: -value, parts: { value, 'above the lowest': value - lowest }, measures: { distance: Math.hypot(x, y) }, artefacts: { point: [x, y] } };
}

export const problem: ModuleProblem = {
  contract: 'export default function minimise(context: CallContext): [x: number, y: number]',
  goal: 'Find the point of the square [-5, 5] x [-5, 5] where sin(x) cos(y) + sin(x y) + (x^2 + y^2) / 20 is lowest. A general search is worth more than a point that was known before.',
  measures: ['distance'],
  cases: [{ id: 'one', seed: 1 }, { id: 'two', seed: 2 }, { id: 'three', seed: 3 }],
  evaluate: async (program) => judge(await program.call('default')),
};
