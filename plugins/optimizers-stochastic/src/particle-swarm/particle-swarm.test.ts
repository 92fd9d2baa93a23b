import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { particleSwarmOptions } from './options.ts';
import { particleSwarmSearch } from './particle-swarm.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('pso', particleSwarmSearch, particleSwarmOptions.parse(options));

testOptimizer('pso', make, { improvement: 0.5 });
testOptimizer('pso, ring', () => make({ neighbourhood: 'ring', size: 5 }));

describe('particle swarm', () => {
  test('all particles move in one batch', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    await make({ cost: 'error' }).optimize(analytic.problem, context);
    // 10 + 2 sqrt(4) particles, the start card among the first places; 100 = 7 * 14 + 2.
    expect(record.batches).toEqual([1, 13, ...Array.from({ length: 6 }, () => 14), 2]);
  });

  test('flies on when the cost changes from decades to the error', async () => {
    const analytic = exponentialProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 201, seed: 2 });
    await make({ size: 10, errorFrom: 0 }).optimize(analytic.problem, context);
    expect(record.batches).toEqual([1, 9, ...Array.from({ length: 9 }, () => 10), 1, ...Array.from({ length: 10 }, () => 10)]);
  });

  test('starts around the start card where it is asked to', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 3 });
    await make({ size: 30, around: 0.2 }).optimize(analytic.problem, context);
    // Starts are 3 and 0.5 of [0, 4]: [2.6, 3.4] and [0.1, 0.9].
    for (const candidate of record.candidates.slice(0, 30)) {
      for (const [axis, value] of candidate.entries()) expect(Math.abs(value - analytic.problem.parameters[axis]!.start)).toBeLessThanOrEqual(0.4 + 1e-12);
    }
  });

  // The least error is 0; seeds 1 to 20 of either neighbourhood ended below 0.01.
  test.each(['ring', 'global'])('finds a diode five decades off (%s)', async (neighbourhood) => {
    const analytic = exponentialProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 2000, seed: 1 });
    await make({ cost: 'log', neighbourhood }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(0.01);
  });

  test('refuses attractions for which the constriction is not defined', () => {
    expect(particleSwarmOptions.safeParse({ c1: 1.5, c2: 1.5 }).success).toBe(false);
  });
});
