import { createAnalyticContext, curvedValleyProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { DifferentialEvolution } from './differential-evolution.ts';
import { differentialEvolutionOptions } from './options.ts';

const make = (options: unknown = {}): DifferentialEvolution => new DifferentialEvolution(differentialEvolutionOptions.parse(options));

testOptimizer('de', make, { improvement: 0.5 });
testOptimizer('de, small and on the log error', () => make({ population: 6, cost: 'log' }));

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
});
