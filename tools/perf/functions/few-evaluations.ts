import { branin, hartmann3, hartmann6, type TestFunction } from '@evospice/test-functions';
import { measure, middle } from '../shared/measure.ts';
import { makeOptimizer } from '../shared/optimizers.ts';

const functions: Readonly<Record<string, () => TestFunction>> = { branin, 'hartmann-3': hartmann3, 'hartmann-6': hartmann6 };
export const fewFunctions = Object.keys(functions);
export const fewBudget = 60;

/** Simple regrets of public implementations at 60 evaluations: GP with expected improvement, and TPE. */
export const regretReferences: Readonly<Record<string, readonly number[]>> = { bayesian: [9e-6, 5e-5, 0.013], tpe: [0.1, 0.05, 0.54] };

/** Median of f - f* after 60 evaluations. */
export async function regret(optimizer: string, name: string, seeds: number): Promise<number> {
  const bests: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    bests.push((await measure(makeOptimizer(optimizer), functions[name]!(), { budget: fewBudget, seed, start: 'random' }, 120_000)).best);
  }
  return middle(bests);
}
