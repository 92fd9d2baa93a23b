import type { ModuleProblem } from '../module-problem.ts';
import { target } from './target.ts';

/** How near the number is that a program returns. */
export const problem: ModuleProblem = {
  contract: 'export default function guess(low: number, high: number): number',
  goal: 'Come near the number that was thought of.',
  cases: [{ id: 'low', seed: 1, low: 0 }, { id: 'high', seed: 2, low: 10 }],
  validation: [{ id: 'other', seed: 3, low: 20 }],
  measures: ['guess'],
  check: ({ files }) => {
    if (Object.values(files).some((text) => text.includes('forbidden'))) throw new Error('the word is forbidden');
  },
  async evaluate(program, { low }) {
    const start = low as number;
    const found = await program.call('default', start, start + 1);
    if (typeof found !== 'number') return { invalid: 'it must return a number' };
    const error = Math.abs(found - start - target);
    return { score: 1 / (1 + error), parts: { error }, measures: { guess: found - start }, artefacts: { found } };
  },
};
