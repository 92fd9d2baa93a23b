import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, curvedValleyProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { geneticRealSearch } from './genetic-real.ts';
import { geneticRealOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('genetic-real', geneticRealSearch, geneticRealOptions.parse(options));

testOptimizer('genetic-real', make, { improvement: 0.5 });
testOptimizer('genetic-real, children only', () => make({ elitism: 'none', population: 7, cost: 'error' }));
testOptimizer('genetic-real, best parent kept', () => make({ elitism: 'best', population: 12 }));

describe('genetic-real', () => {
  test('a generation is one batch', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    await make({ population: 15, cost: 'error' }).optimize(analytic.problem, context);
    expect(record.batches).toEqual([1, 14, 15, 15, 15, 15, 15, 10]);
  });

  // The least error is 0; of seeds 1 to 20, all ended below 0.036.
  test.each([1, 2, 3])('goes down a curved valley (seed %i)', async (seed) => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 3000, seed });
    await make({ cost: 'error', population: 60 }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(0.05);
  });

  test('the second stage goes on from what the first one found', async () => {
    const analytic = exponentialProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 400, seed: 1 });
    await make({ restarts: false, population: 10 }).optimize(analytic.problem, context);
    // Generations of ten, but where decades are few enough: five known points are members of the new population and cost nothing.
    expect(record.batches.slice(2, -1).filter((size) => size !== 10)).toEqual([5]);
    expect(record.best()).toBeLessThan(record.errors[0]!);
  });

  test('ends when the population has become one point', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 5000, seed: 1 });
    await make({ restarts: false, cost: 'error', population: 10, mutationRate: 0, tolerance: 1e-3 }).optimize(analytic.problem, context);
    expect(record.spent).toBeLessThan(3000);
  });
});
