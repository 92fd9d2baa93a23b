import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, linearProblem, testOptimizer, wideProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { gridSearch } from './grid-search.ts';
import { gridSearchOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('grid-search', gridSearch, gridSearchOptions.parse(options));
const once = { restarts: false, cost: 'error' };

testOptimizer('grid-search', make, { improvement: 0.5 });
testOptimizer('grid-search, three levels', () => make({ level: 3, points: 8, cost: 'error' }), { improvement: 0.5 });

describe('grid-search', () => {
  test('the first grid is the corners around the start', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 17, seed: 1 });
    await make({ ...once, points: 16, step: 0.0625 }).optimize(analytic.problem, context);
    expect(record.batches).toEqual([1, 16]);
    const start = record.candidates[0]!;
    const signs = record.candidates.slice(1).map((candidate) => candidate.map((value, axis) => Math.sign(value - start[axis]!)).join());
    expect(new Set(signs).size).toBe(16);
    for (const candidate of record.candidates.slice(1)) for (const [axis, value] of candidate.entries()) expect(Math.abs(value - start[axis]!)).toBeCloseTo(0.25, 12);
  });

  test('grows by alpha where it gains, shrinks where it does not', async () => {
    const analytic = linearProblem();
    const parameters = analytic.problem.parameters.map((parameter, axis) => ({ ...parameter, start: [1, 2, 0.7, 1.4][axis]! }));
    const problem = { ...analytic.problem, parameters };
    const { context, record } = createAnalyticContext({ ...analytic, problem }, { budget: 40, seed: 1 });
    // From the optimum nothing gains.
    await make({ ...once, points: 16, step: 0.0625, alpha: 2 }).optimize(problem, context);
    const widths = [1, 17, 33].map((index) => Math.abs(record.candidates[index]![0]! - 1));
    for (const [index, width] of [0.25, 0.125, 0.0625].entries()) expect(widths[index]).toBeCloseTo(width, 12);
  });

  test('stops when the grid is smaller than epsilon', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 10_000, seed: 1 });
    await make({ ...once, points: 16 }).optimize(analytic.problem, context);
    expect(record.spent).toBeLessThan(4000);
    expect(record.best()).toBeLessThan(0.05 * record.errors[0]!);
  });

  test('takes groups of many parameters in turn, so that each moves and no grid exceeds its points', async () => {
    const analytic = wideProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    await make({ ...once, points: 16 }).optimize(analytic.problem, context);
    expect(Math.max(...record.batches)).toBe(16);
    const start = record.candidates[0]!;
    for (const [axis, value] of start.entries()) expect(record.candidates.slice(0, 65).some((candidate) => Math.abs(candidate[axis]! - value) > 1e-9 * value), `parameter ${axis}`).toBe(true);
  });
});
