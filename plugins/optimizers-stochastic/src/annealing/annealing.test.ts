import type { Optimizer, OptimizerContext } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { type AnalyticProblem, type AnalyticRecord, createAnalyticContext, curvedValleyProblem, describeAnalyticProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { psadeOptions, simulatedAnnealingOptions } from './options.ts';
import { psadeSearch } from './psade.ts';
import { simulatedAnnealingSearch } from './simulated-annealing.ts';

const psade = (options: unknown = {}): Optimizer => optimizerOf('psade', psadeSearch, psadeOptions.parse(options));
const annealing = (options: unknown = {}): Optimizer => optimizerOf('simulated-annealing', simulatedAnnealingSearch, simulatedAnnealingOptions.parse(options));

testOptimizer('psade', psade, { improvement: 0.5 });
testOptimizer('psade, four at once', () => psade({ np: 8, parallel: 4 }));
testOptimizer('simulated-annealing', annealing, { improvement: 0.5 });
testOptimizer('simulated-annealing, shrinking', () => annealing({ range: 'shrinking' }));

async function run(optimizer: Optimizer, analytic: AnalyticProblem, budget: number, seed: number): Promise<{ record: AnalyticRecord; log: string[] }> {
  const { context, record } = createAnalyticContext(analytic, { budget, seed });
  const log: string[] = [];
  const logged: OptimizerContext = { ...context, get budget() { return context.budget; }, log: (line) => { log.push(line); } };
  await optimizer.optimize(analytic.problem, logged);
  return { record, log };
}

describe('psade', () => {
  test('simulates one point at a time after the first population, or as many as it may', async () => {
    const { record } = await run(psade(), linearProblem(), 200, 1);
    expect(record.batches.slice(0, 2)).toEqual([1, 19]);
    expect(new Set(record.batches.slice(2))).toEqual(new Set([1]));
    expect(record.spent).toBe(200);
    const { record: together } = await run(psade({ parallel: 5 }), linearProblem(), 200, 1);
    expect(Math.max(...together.batches.slice(2))).toBe(5);
    expect(together.spent).toBe(200);
  });

  test('records the population every sfreq evaluations', async () => {
    const { log } = await run(psade({ sfreq: 50, np: 7, cost: 'error' }), linearProblem(), 300, 2);
    const saved = log.filter((line) => line.startsWith('population ')).map((line) => JSON.parse(line.slice('population '.length)) as [number, number[]][]);
    expect(saved).toHaveLength(5);
    for (const population of saved) {
      expect(population).toHaveLength(7);
      for (const [, unit] of population) expect(unit).toHaveLength(4);
    }
    // The best member is never given up.
    const best = saved.map((population) => Math.min(...population.map(([cost]) => cost)));
    for (const [index, cost] of best.entries()) if (index > 0) expect(cost).toBeLessThanOrEqual(best[index - 1]!);
  });

  test.each(['error', 'log-then-error'])('ends when the cost is low enough (%s)', async (cost) => {
    const { record } = await run(psade({ minCF: 0.05, cost }), linearProblem(), 5000, 3);
    expect(record.best()).toBeLessThanOrEqual(0.05);
    expect(record.spent).toBeLessThan(2000);
  });

  // The least error is 0; seeds 1 to 20 ended between 2e-4 and 3e-3.
  test('finds a diode five decades off', async () => {
    const { record } = await run(psade({ cost: 'log' }), exponentialProblem(), 3000, 1);
    expect(record.best()).toBeLessThan(0.01);
  });

  // Seeds 1 to 20 ended between 1e-5 and 0.02; the start is at 4.8.
  test('goes down a curved valley', async () => {
    const { record } = await run(psade({ cost: 'error' }), curvedValleyProblem(), 3000, 1);
    expect(record.best()).toBeLessThan(0.02);
  });

  test('a run in decades ends as soon as there are few enough decades', async () => {
    const analytic = exponentialProblem();
    const { context } = createAnalyticContext(analytic, { budget: 5000, seed: 4 });
    const decades: number[] = [];
    const watched: OptimizerContext = {
      ...context,
      get budget() { return context.budget; },
      simulate: async (candidates) => {
        const evaluations = await context.simulate(candidates);
        for (const evaluation of evaluations) decades.push(evaluation.ok ? evaluation.logRms : Infinity);
        return evaluations;
      },
    };
    await psade({ minCF: 0.3, cost: 'log' }).optimize(analytic.problem, watched);
    const reached = decades.findIndex((value) => value <= 0.3);
    expect(reached).toBeGreaterThan(20);
    // The trial that reached it may still take its local step of three points.
    expect(decades.length - reached).toBeLessThanOrEqual(4);
  });

  test('refuses more trials at once than there are parents', () => {
    expect(psadeOptions.safeParse({ np: 10, parallel: 11 }).success).toBe(false);
    expect(psadeOptions.safeParse({ np: 10, parallel: 10 }).success).toBe(true);
  });
});

describe('simulated annealing', () => {
  test('moves along one axis at a time from the best of the first points', async () => {
    const { record } = await run(annealing({ cost: 'error', initNumOfPts: 6 }), linearProblem(), 60, 4);
    expect(record.batches.slice(0, 3)).toEqual([1, 5, 1]);
    const first = record.candidates.slice(0, 6);
    const best = first[record.errors.slice(0, 6).indexOf(Math.min(...(record.errors.slice(0, 6) as number[])))]!;
    expect(record.candidates[6]!.filter((value, axis) => Math.abs(value - best[axis]!) > 1e-9).length).toBeLessThanOrEqual(1);
  });

  // Seeds 1 to 20 ended between 6e-4 and 0.1 of the start's error.
  test.each(['shrinking', 'adaptive'])('cools to the end of the budget, and ends near the optimum (%s)', async (range) => {
    const { record } = await run(annealing({ cost: 'error', range }), linearProblem(), 3000, 5);
    expect(record.spent).toBe(3000);
    expect(record.best()).toBeLessThan(0.1 * record.errors[0]!);
  });

  test('hands what is left to another start when its schedule is over', async () => {
    const { log } = await run(annealing({ cost: 'error', alpha: 0.5, moves: 5 }), linearProblem(), 600, 6);
    expect(log.filter((line) => line.startsWith('search ')).length).toBeGreaterThan(1);
  });

  // Wells all along each axis, a unit apart in [-5, 5]; with `far: 0` seeds end in others than the deepest.
  test.each([1, 2, 3])('leaves the wells that it cools down in (seed %i)', async (seed) => {
    const analytic = describeAnalyticProblem({
      name: 'wells',
      parameters: ['a', 'b', 'c', 'd'].map((name) => ({ name, lower: -5, upper: 5, start: 4.2, scale: 'lin' as const })),
      sweeps: [[0, 1, 2, 3]],
      formula: (index, values) => 1 + Math.sqrt(values[index]! ** 2 + 10 - 10 * Math.cos(2 * Math.PI * values[index]!)),
      truth: [0, 0, 0, 0],
    });
    const { record } = await run(annealing({ cost: 'error', restarts: false }), analytic, 8000, seed);
    const best = record.candidates[record.errors.indexOf(record.best())]!;
    expect(best.map((value) => Math.abs(Math.round(value)))).toEqual([0, 0, 0, 0]);
  });
});
