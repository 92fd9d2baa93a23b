import type { Optimizer, OptimizerContext } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, curvedValleyProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { cmaEsSearch } from './cma-es.ts';
import { cmaEsOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('cma-es', cmaEsSearch, cmaEsOptions.parse(options));

testOptimizer('cma-es', make, { improvement: 0.5 });
testOptimizer('cma-es, doubling', () => make({ restartStrategy: 'ipop', lambda: 4, tolFunRelative: 0.1 }), { improvement: 0.8 });

describe('CMA-ES', () => {
  test('a generation is one batch, and the last one takes what is left', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    await make({ cost: 'error' }).optimize(analytic.problem, context);
    // 4 + floor(3 ln 4) points; 99 = 12 * 8 + 3.
    expect(record.batches).toEqual([1, ...Array.from({ length: 12 }, () => 8), 3]);
  });

  // The least error is 0; seeds 1 to 20 ended below 2e-11.
  test.each([1, 2, 3])('goes down a curved valley (seed %i)', async (seed) => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 1500, seed });
    await make({ cost: 'error' }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-9);
  });

  // Seeds 1 to 20 ended below 4e-11.
  test('finds a diode five decades off when it minimises decades', async () => {
    const analytic = exponentialProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 1500, seed: 1 });
    await make({ cost: 'log' }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-9);
  });

  test('restarts with twice the population when it has converged, or ends', async () => {
    const analytic = curvedValleyProblem();
    const lines = async (options: object): Promise<{ log: string[]; spent: number }> => {
      const { context, record } = createAnalyticContext(analytic, { budget: 6000, seed: 2 });
      const log: string[] = [];
      const logged: OptimizerContext = { ...context, get budget() { return context.budget; }, log: (line) => { log.push(line); } };
      await make({ cost: 'error', lambda: 6, ...options }).optimize(analytic.problem, logged);
      return { log: log.filter((line) => line.startsWith('cma-es ended')), spent: record.spent };
    };
    const doubling = await lines({ restartStrategy: 'ipop' });
    expect(doubling.log.slice(0, 2).map((line) => /lambda (\d+)/.exec(line)?.[1])).toEqual(['6', '12']);
    const once = await lines({ restartStrategy: 'none' });
    expect(once.log).toHaveLength(1);
    expect(once.spent).toBeLessThan(6000);
    expect((await lines({ restartStrategy: 'bipop', maxRestarts: 1 })).log).toHaveLength(2);
  });
});
