import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import {
  boundedProblem, createAnalyticContext, curvedValleyProblem, exponentialProblem, failingProblem, testOptimizer, wideProblem,
  type AnalyticContextOptions, type AnalyticProblem, type AnalyticRecord,
} from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { doglegSearch } from './dogleg.ts';
import { doglegOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('dogleg', doglegSearch, doglegOptions.parse(options));

async function run(analytic: AnalyticProblem, options: unknown, context: AnalyticContextOptions): Promise<AnalyticRecord> {
  const made = createAnalyticContext(analytic, context);
  await make(options).optimize(analytic.problem, made.context);
  return made.record;
}

testOptimizer('dogleg', make, { improvement: 1e-6, discrete: 'refused' });
testOptimizer('dogleg, plain', () => make({ cost: 'error', broyden: 0, scaling: 'columns', restarts: false }), { improvement: 1e-6, discrete: 'refused' });

describe('dogleg', () => {
  test('a Jacobian is one batch of as many simulations as there are parameters, and two lengths of a step another', async () => {
    expect((await run(wideProblem(), {}, { budget: 40, seed: 1 })).batches.slice(0, 3)).toEqual([1, 15, 2]);
  });

  // Exact minima are 0: the data are made with the model itself.
  test.each([
    ['diode five decades off', exponentialProblem(), {}, 200],
    ['diode, log metric', exponentialProblem('log'), {}, 200],
    ['curved valley', curvedValleyProblem(), { cost: 'error' }, 200],
    ['regions where the simulator fails', failingProblem(), {}, 200],
  ] as const)('finds the optimum: %s', async (_, analytic, options, budget) => {
    for (const seed of [1, 2, 3]) expect((await run(analytic, options, { budget, seed })).best()).toBeLessThan(1e-6);
  });

  test('ends on the bound when the optimum lies beyond it', async () => {
    const record = await run(boundedProblem(), { restarts: false }, { budget: 80, seed: 1 });
    expect(record.candidates[record.errors.indexOf(record.best())]![1]).toBe(1);
  });

  test('Broyden updates save Jacobians', async () => {
    const jacobians = async (broyden: number): Promise<number> =>
      (await run(wideProblem(), { broyden, restarts: false }, { budget: 300, seed: 1 })).batches.filter((size) => size === 15).length;
    expect(await jacobians(6)).toBeLessThan(await jacobians(0));
  });
});
