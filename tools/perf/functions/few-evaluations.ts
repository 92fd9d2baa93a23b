import { branin, hartmann3, hartmann6, type TestFunction } from '@evospice/test-functions';
import { measure, middle } from '../shared/measure.ts';
import { makeOptimizer } from '../shared/optimizers.ts';

const functions: Readonly<Record<string, () => TestFunction>> = { branin, 'hartmann-3': hartmann3, 'hartmann-6': hartmann6 };
export const fewFunctions = Object.keys(functions);
/** Evaluations after which the regret is taken. */
export const fewBudgets = [40, 60] as const;

/**
 * Simple regrets of public implementations, GP with expected improvement and TPE, by function and then by budget; null
 * where none is known. That at 40 evaluations is a plain Gaussian process with a design of 7 points.
 */
export const regretReferences: Readonly<Record<string, readonly (readonly (number | null)[])[]>> = {
  bayesian: [[null, 9e-6], [null, 5e-5], [0.13, 0.013]],
  tpe: [[null, 0.1], [null, 0.05], [null, 0.54]],
};

/** Medians of f - f* after each of the budgets, one run a seed for all of them. */
export async function regrets(optimizer: string, name: string, seeds: number): Promise<number[]> {
  const bests = fewBudgets.map((): number[] => []);
  for (let seed = 1; seed <= seeds; seed++) {
    const testFunction = functions[name]!();
    const values: number[] = [];
    const noted: TestFunction = {
      ...testFunction,
      evaluate(x) {
        values.push(testFunction.evaluate(x));
        return values.at(-1)!;
      },
    };
    await measure(makeOptimizer(optimizer), noted, { budget: Math.max(...fewBudgets), seed, start: 'random' }, 120_000);
    for (const [index, budget] of fewBudgets.entries()) bests[index]!.push(Math.min(...values.slice(0, budget)) - testFunction.minimum.value);
  }
  return bests.map(middle);
}
