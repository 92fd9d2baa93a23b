import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { randomSearchOptions } from './options.ts';
import { randomSearch } from './random-search.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('random', randomSearch, randomSearchOptions.parse(options));

testOptimizer('random', make);
testOptimizer('random, uniform', () => make({ sampling: 'uniform', batch: 5 }));

describe('random search', () => {
  test('spreads a batch over the strata of every axis', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 9, seed: 3 });
    await make({ batch: 8 }).optimize(analytic.problem, context);
    const first = record.candidates.slice(1).map((candidate) => Math.floor((candidate[0]! / 4) * 8));
    expect(first.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(record.batches).toEqual([1, 8]);
  });

  test('refuses an option it does not know', () => {
    expect(randomSearchOptions.safeParse({ batches: 3 }).success).toBe(false);
  });
});
