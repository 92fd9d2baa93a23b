import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import {
  boundedProblem, createAnalyticContext, curvedValleyProblem, describeAnalyticProblem, exponentialProblem, failingProblem, testOptimizer, wideProblem,
  type AnalyticContextOptions, type AnalyticProblem, type AnalyticRecord,
} from '@evospice/testkit';
import { startingAt } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { spaceMappingOptions } from './options.ts';
import { spaceMappingSearch } from './space-mapping.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('space-mapping', spaceMappingSearch, spaceMappingOptions.parse(options));

async function run(analytic: AnalyticProblem, options: unknown, context: AnalyticContextOptions): Promise<AnalyticRecord> {
  const made = createAnalyticContext(analytic, context);
  await make(options).optimize(analytic.problem, made.context).catch((error: unknown) => { if (!(error instanceof Error && error.message === 'the budget is spent')) throw error; });
  return made.record;
}

testOptimizer('space-mapping', make, { improvement: 1e-6, discrete: 'refused', start: 'given' });

describe('space-mapping without a model', () => {
  // Exact minima are 0: the data are made with the model itself.
  test.each([
    ['diode five decades off', exponentialProblem(), 100],
    ['diode, log metric', exponentialProblem('log'), 100],
    ['curved valley', curvedValleyProblem(), 150],
    ['regions where the simulator fails', failingProblem(), 150],
  ] as const)('finds the optimum: %s', async (_, analytic, budget) => {
    expect((await run(analytic, {}, { budget, seed: 1 })).best()).toBeLessThan(1e-5);
  });

  test('ends on the bound when the optimum lies beyond it', async () => {
    const record = await run(boundedProblem(), { restarts: false }, { budget: 80, seed: 1 });
    expect(record.candidates[record.errors.indexOf(record.best())]![1]).toBe(1);
  });

  test('simulates a start that has no evaluation yet before it looks elsewhere', async () => {
    const analytic = curvedValleyProblem();
    const elsewhere = analytic.problem.parameters.map(({ lower, upper }) => lower + 0.7 * (upper - lower));
    const begun: AnalyticProblem = { ...analytic, problem: startingAt(analytic.problem, elsewhere) };
    expect((await run(begun, {}, { budget: 3, seed: 1 })).candidates[0]!.map((value, axis) => value / elsewhere[axis]!)).toEqual(elsewhere.map(() => expect.closeTo(1, 12)));
  });

  test('finds where parameters behind a closed gate have an effect', async () => {
    const grid = Array.from({ length: 60 }, (_, k) => 0.2 + 0.01 * k);
    const gated = describeAnalyticProblem({
      name: 'gated', sweeps: [grid, grid, grid, grid], truth: [1, 0.4, 0.5, 2],
      parameters: [
        { name: 'height', lower: 0.1, upper: 10, start: 3, scale: 'log' }, { name: 'slope', lower: 0, upper: 2, start: 1, scale: 'lin' },
        { name: 'leakage', lower: 0, upper: 10, start: 0, scale: 'lin' }, { name: 'barrier', lower: 0.2, upper: 200, start: 150, scale: 'log' },
      ],
      formula: (x, [height, slope, leakage, barrier]) => height! * Math.exp(slope! * x - 10 * x) + leakage! * Math.exp(-barrier! * (1.2 - x)),
    });
    expect((await run(gated, {}, { budget: 60, seed: 1 })).best()).toBeLessThan(0.01);
  });

  test('measures its first slopes on a part of the points', async () => {
    const record = await run(wideProblem(), {}, { budget: 12, seed: 1 });
    expect(record.batches[0]).toBe(15);
    expect(record.errors.filter((error) => error !== null).length).toBeGreaterThan(3);
  });
});
