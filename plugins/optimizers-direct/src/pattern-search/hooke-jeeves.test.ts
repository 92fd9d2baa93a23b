import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, curvedValleyProblem, describeAnalyticProblem, discreteProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { hookeJeevesSearch } from './hooke-jeeves.ts';
import { hookeJeevesOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('hooke-jeeves', hookeJeevesSearch, hookeJeevesOptions.parse(options));
const once = { restarts: false, cost: 'error' };

testOptimizer('hooke-jeeves', make, { improvement: 0.2 });
testOptimizer('hooke-jeeves, long steps', () => make({ step: 0.5, reduction: 2, alpha: 1, cost: 'error' }), { improvement: 0.5 });

/** Two parameters in [0, 4] that two residuals give back one by one. */
const bowl = (a: number, b: number): ReturnType<typeof describeAnalyticProblem> =>
  describeAnalyticProblem({
    name: 'bowl',
    parameters: ['a', 'b'].map((name) => ({ name, lower: 0, upper: 4, start: 0, scale: 'lin' as const })),
    sweeps: [[0, 1]], formula: (x, place) => 10 + place[x]!, truth: [a, b],
  });

describe('hooke-jeeves', () => {
  test('the first moves are those of the paper', async () => {
    const analytic = bowl(3, 2);
    const { context, record } = createAnalyticContext(analytic, { budget: 9, seed: 1 });
    await make({ ...once, step: 0.125, alpha: 1 }).optimize(analytic.problem, context);
    expect(record.candidates).toEqual([
      [0, 0],
      // Exploratory moves of 0.125 * 4 from the start, each of which gains and stays.
      [0.5, 0], [0.5, 0.5],
      // Pattern point base + (base - previous base), and exploratory moves from there.
      [1, 1], [1.5, 1], [1.5, 1.5],
      // Next pattern: twice the progress by now. The way up overshoots b = 2, so that the other side is tried.
      [2.5, 2.5], [3, 2.5], [3, 3],
    ]);
  });

  test('converges at epsilon, without simulating a place twice', async () => {
    const spent = [];
    for (const epsilon of [1, 0.001]) {
      const analytic = bowl(2.7, 1.1);
      const { context, record } = createAnalyticContext(analytic, { budget: 1000, seed: 1 });
      await make({ ...once, epsilon }).optimize(analytic.problem, context);
      const [a, b] = record.candidates[record.errors.indexOf(record.best())]!;
      // The last step tried is at most `reduction` times epsilon: 4 * 3 * epsilon per cent.
      expect(Math.max(Math.abs(a! - 2.7), Math.abs(b! - 1.1))).toBeLessThan(0.12 * epsilon);
      expect(new Set(record.candidates.map((candidate) => candidate.map((value) => value.toPrecision(11)).join())).size).toBe(record.candidates.length);
      spent.push(record.spent);
    }
    expect(spent[0]).toBeLessThan(spent[1]!);
    expect(spent[1]).toBeLessThan(150);
  });

  test('turns round a curved valley', async () => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 2000, seed: 1 });
    await make({ ...once, epsilon: 1e-6 }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-4);
  });

  test('stays on the grid of discrete parameters, and finds its best point', async () => {
    const base = discreteProblem();
    const parameters = base.problem.parameters.map((parameter) => ({ ...parameter, increment: 0.1 }));
    const analytic = { ...base, problem: { ...base.problem, parameters } };
    const { context, record } = createAnalyticContext(analytic, { budget: 2000, seed: 1 });
    await make(once).optimize(analytic.problem, context);
    expect(new Set(record.candidates.map((candidate) => candidate.join())).size).toBe(record.candidates.length);
    const best = record.candidates[record.errors.indexOf(record.best())]!;
    // No neighbour along an axis is better.
    for (const axis of best.keys()) {
      for (const step of [0.1, -0.1]) {
        const value = best[axis]! + step;
        if (value < -0.01 || value > 4.01) continue;
        const tried = record.candidates.findIndex((candidate) => candidate.every((other, index) => Math.abs(other - (index === axis ? value : best[index]!)) < 1e-9));
        expect(tried).toBeGreaterThanOrEqual(0);
        expect(record.errors[tried]!).toBeGreaterThanOrEqual(record.best());
      }
    }
  });

  test('walks along the edge of a region that fails', async () => {
    const analytic = { ...linearProblem(), fails: ([a]: readonly number[]) => (a! < 0.8 ? 'a is too small' : undefined) };
    const { context, record } = createAnalyticContext(analytic, { budget: 600, seed: 1 });
    await make({ ...once, epsilon: 0.001 }).optimize(analytic.problem, context);
    expect(record.errors.some((error) => error === null)).toBe(true);
    expect(record.best()).toBeLessThan(0.05 * record.errors[0]!);
  });
});
