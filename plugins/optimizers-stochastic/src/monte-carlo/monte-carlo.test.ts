import type { Optimizer, ProblemParameter } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, linearProblem, testOptimizer } from '@evospice/testkit';
import { createRandom, mean, standardDeviation } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { monteCarloSearch } from './monte-carlo.ts';
import { normalAxes, normalPoint } from './normal.ts';
import { monteCarloOptions } from './options.ts';
import { randomDirection } from './random-direction.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('monte-carlo', monteCarloSearch, monteCarloOptions.parse(options));

testOptimizer('monte-carlo', () => make());
testOptimizer('monte-carlo, normal', () => make({ distribution: 'normal' }));
testOptimizer('monte-carlo, quadratic lines', () => make({ direction: 'quadratic' }));
testOptimizer('monte-carlo, golden lines', () => make({ direction: 'golden', epsilon: 5 }));
testOptimizer('monte-carlo, fibonacci lines', () => make({ direction: 'fibonacci', epsilon: 5 }));

describe('points', () => {
  test('come in batches to the end of the budget', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 40, seed: 1 });
    await make({ cost: 'error' }).optimize(analytic.problem, context);
    expect(record.batches).toEqual([1, 16, 16, 7]);
  });

  test('are uniform over the range', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 4001, seed: 1 });
    await make({ cost: 'error', batch: 1000 }).optimize(analytic.problem, context);
    const values = record.candidates.slice(1).map(([a]) => a!);
    // Uniform on [0, 4]: mean 2, deviation 4 / sqrt(12) = 1.155; four standard errors of 4000 draws are 0.073.
    expect(Math.abs(mean(values) - 2)).toBeLessThan(0.073);
    expect(Math.abs(standardDeviation(values) - 4 / Math.sqrt(12))).toBeLessThan(0.05);
  });
});

describe('the normal distribution', () => {
  const parameters: ProblemParameter[] = [
    { name: 'vth0', lower: -10, upper: 10, start: 1, scale: 'lin' },
    { name: 'is', lower: 1e-20, upper: 1e-8, start: 1e-14, scale: 'log' },
  ];

  test('has the means and deviations asked for, those of a log parameter in decades', () => {
    const axes = normalAxes(parameters, { means: { is: 1e-15 }, deviations: { vth0: 2, is: 0.5 } });
    const random = createRandom(5);
    const points = Array.from({ length: 4000 }, () => normalPoint(axes, random));
    const volts = points.map(([place]) => -10 + 20 * place!);
    const decades = points.map(([, place]) => -20 + 12 * place!);
    // Four standard errors of 4000 draws are 0.063 deviations; both are 4 deviations or more from the bounds.
    expect(Math.abs(mean(volts) - 1)).toBeLessThan(0.13);
    expect(Math.abs(standardDeviation(volts) - 2)).toBeLessThan(0.1);
    expect(Math.abs(mean(decades) + 15)).toBeLessThan(0.035);
    expect(Math.abs(standardDeviation(decades) - 0.5)).toBeLessThan(0.03);
  });

  test('is that of the start and a sixth of the range unless stated', () => {
    expect(normalAxes(parameters, { means: {}, deviations: {} })).toEqual([{ mean: expect.closeTo(0.55, 12), deviation: 1 / 6 }, { mean: expect.closeTo(0.5, 12), deviation: 1 / 6 }]);
  });

  test('stays inside, without piling up on the bounds', () => {
    const random = createRandom(6);
    const places = Array.from({ length: 2000 }, () => normalPoint([{ mean: 0, deviation: 0.2 }], random)[0]!);
    expect(Math.min(...places)).toBeGreaterThan(0);
    // Half of a normal distribution has the mean deviation * sqrt(2 / pi).
    expect(Math.abs(mean(places) - 0.2 * Math.sqrt(2 / Math.PI))).toBeLessThan(0.012);
  });

  test('refuses names that the task does not tune, before anything is simulated', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 40, seed: 1 });
    await expect(make({ means: { q: 1 } }).optimize(analytic.problem, context)).rejects.toMatchObject({ code: 'OPTIMIZER_OPTIONS', received: ['q'] });
    expect(record.candidates).toEqual([]);
  });
});

describe('lines', () => {
  test('have directions that are all alike', () => {
    const random = createRandom(7);
    const directions = Array.from({ length: 4000 }, () => randomDirection(3, random));
    for (const axis of [0, 1, 2]) {
      const values = directions.map((direction) => direction[axis]!);
      // A coordinate of a uniform direction in three dimensions is uniform on [-1, 1] (Archimedes): variance 1/3.
      expect(Math.abs(mean(values))).toBeLessThan(0.04);
      expect(Math.abs(standardDeviation(values) - Math.sqrt(1 / 3))).toBeLessThan(0.02);
    }
  });

  test.each(['quadratic', 'golden', 'fibonacci'])('by %s get nearer than points do', async (direction) => {
    const errors = await Promise.all([{ direction, epsilon: 5 }, { direction: 'no' }].map(async (options) => {
      const analytic = linearProblem();
      const { context, record } = createAnalyticContext(analytic, { budget: 1500, seed: 2 });
      await make({ cost: 'error', ...options }).optimize(analytic.problem, context);
      return record.best();
    }));
    expect(errors[0]).toBeLessThan(0.7 * errors[1]!);
  });
});
