import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, curvedValleyProblem, discreteProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { differentialEvolutionSearch } from './differential-evolution.ts';
import { differentialEvolutionOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('de', differentialEvolutionSearch, differentialEvolutionOptions.parse(options));

testOptimizer('de', make, { improvement: 0.5 });
testOptimizer('de, small and on the log error', () => make({ population: 6, cost: 'log' }));
testOptimizer('de, JADE', () => make({ scheme: 'jade' }), { improvement: 0.5 });
testOptimizer('de, rand/1/bin', () => make({ scheme: 'rand-1-bin' }), { improvement: 0.5 });

describe('differential evolution', () => {
  test('a generation is one batch, and the population shrinks', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 300, seed: 1 });
    await make({ population: 20 }).optimize(analytic.problem, context);
    expect(record.batches.slice(0, 3)).toEqual([1, 19, 20]);
    const generations = record.batches.slice(2);
    for (const [index, size] of generations.entries()) if (index > 0) expect(size).toBeLessThanOrEqual(generations[index - 1]!);
    expect(generations.at(-2)).toBeLessThan(8);
    expect(record.spent).toBeCloseTo(300, 6);
  });

  // The least error is 0; seeds 1 to 20 reached it to the last digit.
  test.each([1, 2, 3])('goes down a curved valley (seed %i)', async (seed) => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 2000, seed });
    await make({ cost: 'error' }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-9);
  });

  // The least error is 0; seeds 1 to 20 ended between 5e-12 and 3e-8.
  test('finds a diode five decades off when it minimises decades', async () => {
    const analytic = exponentialProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 1500, seed: 1 });
    await make({ cost: 'log' }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-6);
  });

  // Of seeds 1 to 20, JADE's worst was 1.1e-6; rand/1/bin came to 1e-11 in the median and lost its variety too early in some.
  test.each([['jade', 1], ['jade', 2], ['rand-1-bin', 1], ['rand-1-bin', 2]])('%s goes down a curved valley (seed %i)', async (scheme, seed) => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 3000, seed });
    await make({ cost: 'error', scheme, population: 20 }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-5);
  });

  test('only L-SHADE shrinks', async () => {
    const analytic = linearProblem();
    for (const scheme of ['jade', 'rand-1-bin']) {
      const { context, record } = createAnalyticContext(analytic, { budget: 200, seed: 1 });
      await make({ population: 20, scheme }).optimize(analytic.problem, context);
      expect(new Set(record.batches.slice(2))).toEqual(new Set([20]));
    }
  });

  test('the population survives the turn from decades to the error', async () => {
    const analytic = exponentialProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 401, seed: 3 });
    await make({ population: 20, scheme: 'jade', errorFrom: 0 }).optimize(analytic.problem, context);
    // The first population is simulated once; the turn at half of the budget costs nothing.
    expect(record.batches).toEqual([1, 19, ...Array.from({ length: 9 }, () => 20), 1, ...Array.from({ length: 10 }, () => 20)]);
  });

  test('begins again with a fresh population when it has converged', async () => {
    const analytic = discreteProblem();
    const parameters = analytic.problem.parameters.map((parameter) => ({ ...parameter, increment: 1 }));
    const { context, record } = createAnalyticContext({ ...analytic, problem: { ...analytic.problem, parameters } }, { budget: 1000, seed: 4 });
    await make({ population: 10, scheme: 'rand-1-bin', cost: 'error' }).optimize({ ...analytic.problem, parameters }, context);
    expect(record.batches.filter((size) => size === 9).length).toBeGreaterThan(1);
    expect(record.spent).toBe(1000);
  });
});
