import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, curvedValleyProblem, describeAnalyticProblem, discreteProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { nelderMeadSearch } from './nelder-mead.ts';
import { nelderMeadOptions } from './options.ts';
import { StagnationWatch } from './stagnation-watch.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('nelder-mead', nelderMeadSearch, nelderMeadOptions.parse(options));

testOptimizer('nelder-mead', make, { improvement: 0.2 });
testOptimizer('nelder-mead, speculative', () => make({ speculative: true, cost: 'error' }), { improvement: 0.5 });

describe('nelder-mead', () => {
  test('simulates one point at a time after the first simplex', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 60, seed: 1 });
    await make({ restarts: false, orientedRestarts: 0, cost: 'error' }).optimize(analytic.problem, context);
    expect(record.batches.slice(0, 2)).toEqual([1, 4]);
    expect(new Set(record.batches.slice(2, 20))).toEqual(new Set([1]));
  });

  test('speculates on four moves, and finds what the sequential search finds', async () => {
    const analytic = curvedValleyProblem();
    const runs = [];
    for (const speculative of [false, true]) {
      const { context, record } = createAnalyticContext(analytic, { budget: 4000, seed: 1 });
      await make({ restarts: false, cost: 'error', speculative }).optimize(analytic.problem, context);
      runs.push(record);
    }
    // Four moves, or the two corners of a shrunk triangle or of Kelley's.
    expect(runs[1]!.batches.slice(2).filter((size) => size === 4).length).toBeGreaterThan(50);
    expect(new Set(runs[1]!.batches.slice(2))).toEqual(new Set([4, 2]));
    expect(runs[1]!.best()).toBe(runs[0]!.best());
    expect(runs[1]!.spent).toBeGreaterThan(runs[0]!.spent);
  });

  // The least error is 0, and the simplex ends when it is narrower than 1e-7 of the range.
  test('goes down a curved valley from the standard start, and stops there', async () => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 1000, seed: 1 });
    await make({ restarts: false, cost: 'error' }).optimize(analytic.problem, context);
    expect(record.best()).toBeLessThan(1e-6);
    expect(record.spent).toBeLessThan(300);
  });

  test('ends when every vertex stands for one discrete candidate', async () => {
    const base = discreteProblem();
    const parameters = base.problem.parameters.map((parameter) => ({ ...parameter, increment: 0.5 }));
    const { context, record } = createAnalyticContext({ ...base, problem: { ...base.problem, parameters } }, { budget: 1000, seed: 1 });
    await make({ restarts: false, cost: 'error' }).optimize({ ...base.problem, parameters }, context);
    expect(record.spent).toBeLessThan(120);
    expect(record.best()).toBeLessThan(record.errors[0]!);
    for (const candidate of record.candidates.slice(1)) for (const value of candidate) expect(value % 0.5).toBe(0);
  });

  test('steps over an increment that is wider than the first simplex', async () => {
    const analytic = describeAnalyticProblem({
      name: 'wide-step', parameters: [{ name: 'a', lower: 0, upper: 10, start: 0, scale: 'lin', increment: 5 }],
      sweeps: [[1]], formula: (x, [a]) => 1 + a! * x, truth: [5],
    });
    const { context, record } = createAnalyticContext(analytic, { budget: 10, seed: 1 });
    await make({ restarts: false, cost: 'error', step: 0.01 }).optimize(analytic.problem, context);
    expect(record.best()).toBe(0);
  });
});

describe('stagnation watch', () => {
  const vertex = (place: number[], cost: number): { place: number[]; unit: number[]; cost: number } => ({ place, unit: place, cost });
  const before = [vertex([0.5, 0.5], 1), vertex([0.7, 0.5], 2), vertex([0.5, 0.7], 3)];

  test('asks for an oriented simplex when the mean hardly falls and the best stays', () => {
    const watch = new StagnationWatch(1);
    const after = [before[0]!, before[1]!, vertex([0.5, 0.6999], 2.999999999)];
    const restart = watch.restartAfter(before, after);
    // Costs rise along both axes, so that the new edges of half the shortest one, 0.2 / 2, go down.
    expect(restart![0]).toEqual([0.5, 0.5]);
    expect(restart![1]![0]).toBeLessThan(0.5);
    expect(restart![2]![1]).toBeLessThan(0.5);
    // One restart was allowed.
    expect(watch.restartAfter(before, after)).toBeUndefined();
  });

  test('leaves progress, shrinks and failed vertices alone', () => {
    const watch = new StagnationWatch(5);
    expect(watch.restartAfter(before, [vertex([0.4, 0.5], 0.999), before[0]!, before[1]!])).toBeUndefined();
    expect(watch.restartAfter(before, [before[0]!, before[1]!, vertex([0.5, 0.6], 2.1)])).toBeUndefined();
    expect(watch.restartAfter(before, [before[0]!, before[1]!, vertex([0.5, 0.6], 4)])).toBeUndefined();
    expect(watch.restartAfter(before, [before[0]!, before[1]!, vertex([0.5, 0.6], Infinity)])).toBeUndefined();
  });
});
