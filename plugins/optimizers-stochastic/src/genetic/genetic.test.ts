import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { createAnalyticContext, describeAnalyticProblem, linearProblem, testOptimizer, type AnalyticProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { geneticSearch } from './genetic.ts';
import { geneticOptions } from './options.ts';

const make = (options: unknown = {}): Optimizer => optimizerOf('genetic', geneticSearch, geneticOptions.parse(options));

testOptimizer('genetic', make);
testOptimizer('genetic, Gray, two bytes, elitist', () => make({ coding: 'gray', lchrom: 2, elitism: 'yes', cost: 'error', popsize: 6 }));

/** Sphere of ten parameters in [-5, 5], its optimum off the middle; the error is the function itself, one residual against 1. */
function sphere(): AnalyticProblem {
  const optimum = [1.3, -2.1, 0.4, 2.2, -0.7, 1.9, -1.4, 0.2, -2.4, 0.9];
  const { problem } = describeAnalyticProblem({
    name: 'sphere',
    parameters: optimum.map((_, index) => ({ name: `x${index}`, lower: -5, upper: 5, start: index % 2 === 0 ? -3.5 : 3.5, scale: 'lin' as const })),
    sweeps: [[0]], formula: () => 1, truth: optimum,
  });
  return { problem, model: (_, place) => [1 + place.reduce((sum, value, axis) => sum + (value - optimum[axis]!) ** 2, 0)] };
}

describe('genetic', () => {
  test("has SPICE OPUS's defaults", () => {
    expect(geneticOptions.parse({})).toMatchObject({ popsize: 10, lchrom: 1, pcross: 0.6, pmutation: 0.03, scaling: 2, coding: 'binary', elitism: 'no' });
    expect(geneticOptions.safeParse({ popsize: 11 }).success).toBe(false);
    expect(geneticOptions.safeParse({ lchrom: 5 }).success).toBe(false);
    expect(geneticOptions.safeParse({ scaling: 1 }).success).toBe(false);
  });

  test('one byte a parameter is 256 values', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 300, seed: 1 });
    await make({ cost: 'error', restarts: false }).optimize(analytic.problem, context);
    for (const candidate of record.candidates.slice(1)) {
      for (const value of candidate) expect(Math.abs((value / 4) * 255 - Math.round((value / 4) * 255))).toBeLessThan(1e-9);
    }
  });

  test('a bit string is simulated once, and maxgen ends the search', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 1000, seed: 1 });
    await make({ cost: 'error', restarts: false, maxgen: 10, pmutation: 0.005 }).optimize(analytic.problem, context);
    expect(record.batches.length).toBeLessThanOrEqual(11);
    expect(record.spent).toBeLessThan(100);
    const [, ...bred] = record.candidates.map((candidate) => candidate.join());
    expect(new Set(bred).size).toBe(bred.length);
  });

  test('ends when no new bit string comes up', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 1000, seed: 1 });
    await make({ cost: 'error', restarts: false, pmutation: 0 }).optimize(analytic.problem, context);
    expect(record.spent).toBeLessThan(500);
  });

  // With ten members and 3 per cent of the bits turned over, the defaults never settle. Of seeds 1 to 15, all were between 2.6 and 4.9
  // after 5,000 simulations, and 1.9 is the median after 50,000, where other implementations end near 1.8; elitism and a
  // rarer mutation end between 0.08 and 4.1, median 0.74. A far better figure would mean that something else ran.
  test('with its defaults it comes near a sphere and no nearer; elitism and a rarer mutation help', async () => {
    const best = async (options: object): Promise<number> => {
      const analytic = sphere();
      const { context, record } = createAnalyticContext(analytic, { budget: 5000, seed: 1 });
      await make({ cost: 'error', ...options }).optimize(analytic.problem, context);
      return record.best();
    };
    const plain = await best({});
    expect(plain).toBeGreaterThan(1);
    expect(plain).toBeLessThan(6);
    expect(await best({ elitism: 'yes', pmutation: 0.01 })).toBeLessThan(plain);
  });
});
