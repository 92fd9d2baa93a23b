import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, discreteProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { tpeOptions } from './options.ts';
import { tpeSearch } from './tpe.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('tpe', tpeSearch, tpeOptions.parse(options));

testOptimizer('tpe', make, { improvement: 0.5 });

describe('tpe', () => {
  test('draws where points were good: batches after the design lie closer to the best than the design did', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 120, seed: 1 });
    await make({ batch: 5, cost: 'error' }).optimize(analytic.problem, context);
    expect(record.batches.slice(0, 3)).toEqual([1, 9, 5]);
    const median = (errors: readonly (number | null)[]): number => (errors as number[]).toSorted((a, b) => a - b)[errors.length >> 1]!;
    expect(median(record.errors.slice(60))).toBeLessThan(0.5 * median(record.errors.slice(1, 10)));
  });

  test('goes elsewhere when a small grid is known', async () => {
    const { problem, ...rest } = discreteProblem();
    const analytic = { ...rest, problem: { ...problem, parameters: problem.parameters.map((parameter) => ({ ...parameter, increment: 2 })) } };
    const { context, record } = createAnalyticContext(analytic, { budget: 60, seed: 1 });
    await make({ cost: 'error' }).optimize(analytic.problem, context);
    expect(record.spent).toBe(60);
    // Three values of each of four parameters.
    expect(new Set(record.candidates.map(String)).size).toBeGreaterThan(20);
  });
});
