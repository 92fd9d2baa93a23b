import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import {
  boundedProblem, createAnalyticContext, curvedValleyProblem, exponentialProblem, failingProblem, linearProblem, testOptimizer, wideProblem,
  type AnalyticContextOptions, type AnalyticProblem, type AnalyticRecord,
} from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { levenbergMarquardtSearch } from './levenberg-marquardt.ts';
import { levenbergMarquardtOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('lm', levenbergMarquardtSearch, levenbergMarquardtOptions.parse(options));

async function run(analytic: AnalyticProblem, options: unknown, context: AnalyticContextOptions): Promise<AnalyticRecord> {
  const made = createAnalyticContext(analytic, context);
  await make(options).optimize(analytic.problem, made.context);
  return made.record;
}

testOptimizer('lm', make, { improvement: 1e-6, discrete: 'refused' });
testOptimizer('lm, plain', () => make({ cost: 'error', trials: 1, broyden: 0, scaling: 'columns', restarts: false }), { improvement: 1e-6, discrete: 'refused' });
testOptimizer('lm, decades only', () => make({ cost: 'log', trials: 4 }), { improvement: 1e-3, discrete: 'refused' });

describe('levenberg-marquardt', () => {
  test('a Jacobian is one batch of as many simulations as there are parameters', async () => {
    const record = await run(wideProblem(), { trials: 1 }, { budget: 40, seed: 1 });
    expect(record.batches.slice(0, 3)).toEqual([1, 15, 1]);
    const [start, ...moved] = record.candidates.slice(0, 16);
    for (const [index, candidate] of moved.entries()) {
      expect(candidate.flatMap((value, axis) => (Math.abs(value - start![axis]!) > 1e-9 * Math.abs(start![axis]!) ? [axis] : []))).toEqual([index]);
    }
  });

  // Exact minima are 0: the data are made with the model itself.
  test.each([
    ['relative', { cost: 'error' }, 'relative'],
    ['log then relative', {}, 'relative'],
    ['log metric', {}, 'log'],
  ] as const)('finds a diode five decades off: %s', async (_, options, metric) => {
    for (const seed of [1, 2, 3]) expect((await run(exponentialProblem(metric), options, { budget: 150, seed })).best()).toBeLessThan(1e-6);
  });

  test('goes down a curved valley', async () => {
    expect((await run(curvedValleyProblem(), { cost: 'error' }, { budget: 150, seed: 1 })).best()).toBeLessThan(1e-6);
  });

  test('ends on the bound when the optimum lies beyond it', async () => {
    const analytic = boundedProblem();
    const record = await run(analytic, { restarts: false }, { budget: 80, seed: 1 });
    const best = record.candidates[record.errors.indexOf(record.best())]!;
    expect(best[1]).toBe(1);
    // With rate = 1 the model is h times a fixed curve, so the least relative error has a closed form.
    const [{ x, vectors }] = analytic.problem.curves as [(typeof analytic.problem.curves)[number]];
    const ratios = x.map((at, index) => Math.exp(-at) / vectors[0]!.measured[index]!);
    const height = ratios.reduce((sum, q) => sum + q, 0) / ratios.reduce((sum, q) => sum + q * q, 0);
    const least = Math.sqrt(ratios.reduce((sum, q) => sum + (height * q - 1) ** 2, 0) / ratios.length);
    expect(Math.abs(record.best() - least)).toBeLessThan(1e-4 * least);
    expect(Math.abs(best[0]! / height - 1)).toBeLessThan(0.01);
  });

  test('walks around regions where the simulator fails', async () => {
    const record = await run(failingProblem(), {}, { budget: 150, seed: 1 });
    expect(record.errors.some((error) => error === null)).toBe(true);
    expect(record.best()).toBeLessThan(1e-6);
  });

  test('measures a failed column in the other direction', async () => {
    const { problem, model } = linearProblem();
    const start = problem.parameters[0]!.start;
    // The first parameter cannot be raised at all from where it starts.
    const analytic: AnalyticProblem = { problem, model, fails: ([a]) => (a! > start * (1 + 1e-12) ? 'too large' : undefined) };
    const record = await run(analytic, { restarts: false }, { budget: 60, seed: 1 });
    expect(record.batches.slice(0, 3)).toEqual([1, 4, 1]);
    expect(record.candidates[5]![0]).toBeLessThan(start);
    expect(record.best()).toBeLessThan(1e-6);
  });

  test('looks elsewhere when the start card itself fails', async () => {
    const { problem, model } = linearProblem();
    const analytic: AnalyticProblem = { problem, model, fails: ([a, b]) => (a === 3 && b === 0.5 ? 'the start fails' : undefined) };
    expect((await run(analytic, {}, { budget: 150, seed: 1 })).best()).toBeLessThan(1e-6);
  });

  test('with restarts off it stops when it has converged', async () => {
    const record = await run(linearProblem(), { restarts: false }, { budget: 5000, seed: 1 });
    expect(record.spent).toBeLessThan(200);
    expect((await run(exponentialProblem(), {}, { budget: 500, seed: 1 })).spent).toBeGreaterThan(490);
  });

  test('Broyden updates save Jacobians', async () => {
    const jacobians = async (broyden: number): Promise<number> =>
      (await run(wideProblem(), { broyden, restarts: false }, { budget: 300, seed: 1 })).batches.filter((size) => size === 15).length;
    expect(await jacobians(6)).toBeLessThan(await jacobians(0));
  });
});
