import type { Optimizer } from '@evospice/contracts';
import { boundedProblem, createAnalyticContext, curvedValleyProblem, exponentialProblem, failingProblem, testOptimizer, type AnalyticProblem, type AnalyticRecord } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { searches } from './searches.ts';

const { champion } = searches;

const make = (): Optimizer => ({ name: 'champion', optimize: champion });

async function run(analytic: AnalyticProblem, budget: number): Promise<AnalyticRecord> {
  const made = createAnalyticContext(analytic, { budget, seed: 1 });
  await champion(analytic.problem, made.context).catch((error: unknown) => { if (!(error instanceof Error && error.message === 'the budget is spent')) throw error; });
  return made.record;
}

testOptimizer('champion', make, { improvement: 1e-6, discrete: 'refused', start: 'given' });

describe('the champion without a model', () => {
  // Exact minima are 0: the data are made with the model itself.
  test.each([
    ['diode five decades off', exponentialProblem(), 100],
    ['diode, log metric', exponentialProblem('log'), 100],
    ['curved valley', curvedValleyProblem(), 150],
    ['regions where the simulator fails', failingProblem(), 150],
  ] as const)('finds the optimum: %s', async (_, analytic, budget) => {
    expect((await run(analytic, budget)).best()).toBeLessThan(1e-4);
  });

  test('ends on the bound when the optimum lies beyond it', async () => {
    const record = await run(boundedProblem(), 80);
    expect(record.candidates[record.errors.indexOf(record.best())]![1]).toBe(1);
  });
});
