import { EvospiceError, type ExtractionProblem, type Optimizer } from '@evospice/contracts';
import { runSearch, searchOptions } from '@evospice/optimizer-kit';
import { createAnalyticContext, linearProblem, testOptimizer, schemaOf } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Chain } from './chain.ts';
import { chainOptions, type ChainOptions } from './options.ts';

const search = z.strictObject(searchOptions).parse({ cost: 'error', restarts: false });

/** Halves a step along the axes: enough to make progress. */
const axes = (name = 'axes'): Optimizer => ({
  name,
  optimize: (problem, context) => runSearch(problem, context, search, async (objective, start) => {
    let at = start;
    for (let step = 0.2; step > 1e-4;) {
      const found = await objective.evaluate(at.unit.flatMap((_, axis) => [step, -step].map((move) => at.unit.map((place, other) => (other === axis ? place + move : place)))));
      const best = found.reduce((least, sample) => (sample.cost < least.cost ? sample : least));
      if (best.cost < at.cost) at = best;
      else step /= 2;
    }
  }),
});

/** Simulates its start and nothing else. */
function noting(starts: (readonly number[])[]): Optimizer {
  return {
    name: 'noting',
    optimize: async (problem, context) => {
      const start = problem.parameters.map((parameter) => parameter.start);
      const [evaluation] = await context.simulate([start]);
      if (evaluation?.ok === true) starts.push(start);
    },
  };
}

const parse = (options: unknown): ChainOptions => schemaOf(chainOptions).parse(options);
const two = parse({ stages: [{ optimizer: 'axes' }, { optimizer: 'axes' }] });

testOptimizer('chain', () => new Chain(two, [axes(), axes()]));

describe('chain', () => {
  test('hands the best point on, and does not pay for it twice', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 60, seed: 1 });
    const starts: (readonly number[])[] = [];
    await new Chain(parse({ stages: [{ optimizer: 'axes', iterations: 25 }, { optimizer: 'noting' }], repeat: false }), [axes(), noting(starts)]).optimize(analytic.problem, context);
    const best = record.candidates[record.errors.indexOf(record.best())];
    expect(starts).toEqual([best]);
    expect(record.spent).toBeLessThanOrEqual(25);
  });

  test('gives each stage the evaluation that belongs to its start', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 60, seed: 1 });
    const begun: ExtractionProblem[] = [];
    const looking: Optimizer = { name: 'looking', optimize: async (problem) => { begun.push(problem); } };
    await new Chain(parse({ stages: [{ optimizer: 'axes', iterations: 25 }, { optimizer: 'looking' }], repeat: false }), [axes(), looking]).optimize(analytic.problem, context);
    // The first call is the one on a budget of nothing.
    expect(begun.map(({ start }) => start.ok && start.error)).toEqual([analytic.problem.start.ok && analytic.problem.start.error, record.best()]);
    expect(Object.values(begun[1]!.model.values)).toEqual(begun[1]!.parameters.map(({ start }) => start));
    await new Chain(parse({ stages: [{ optimizer: 'looking' }], repeat: false, centering: true }), [looking]).optimize(analytic.problem, context);
    expect(begun.at(-1)!.start).toMatchObject({ ok: false, failure: { code: 'NOT_SIMULATED' } });
  });

  test('ends a stage at its iterations and goes round until the budget is gone', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    const lines: string[] = [];
    await new Chain(parse({ stages: [{ optimizer: 'a', iterations: 20 }, { optimizer: 'b', iterations: 30 }] }), [axes('a'), axes('b')])
      .optimize(analytic.problem, { ...context, get budget() { return context.budget; }, log: (line) => { if (line.startsWith('stage')) lines.push(line); } });
    expect(lines.map((line) => /\((.)\)/.exec(line)?.[1])).toEqual(['a', 'b', 'a', 'b']);
    expect(record.spent).toBe(100);
  });

  test('stops at the stop cost', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 500, seed: 1 });
    await new Chain({ ...two, stopCost: 0.1 }, [axes(), axes()]).optimize(analytic.problem, context);
    expect(record.errors[0]).toBeGreaterThan(0.1);
    expect(record.best()).toBeLessThanOrEqual(0.1);
    // The batch that reached it was the last.
    expect(record.errors.slice(0, -8).every((error) => error! > 0.1)).toBe(true);
  });

  test('starts in the middle where it is asked to', async () => {
    const analytic = linearProblem();
    const { context } = createAnalyticContext(analytic, { budget: 10, seed: 1 });
    const starts: (readonly number[])[] = [];
    await new Chain(parse({ stages: [{ optimizer: 'noting' }], repeat: false, centering: true }), [noting(starts)]).optimize(analytic.problem, context);
    expect(starts).toEqual([[2, 2, 2, 2]]);
  });

  test('starts where the space is least searched with an initial guess', async () => {
    const analytic = linearProblem();
    const { context } = createAnalyticContext(analytic, { budget: 40, seed: 1 });
    const starts: (readonly number[])[] = [];
    await new Chain(parse({ stages: [{ optimizer: 'noting' }], initialGuess: 2 }), [noting(starts)]).optimize(analytic.problem, context);
    expect(starts).toHaveLength(40);
    // Forty points spread out: no two of them lie close together, while forty random ones would.
    const gaps = starts.flatMap((one, index) => starts.slice(index + 1).map((other) => Math.hypot(...one.map((value, axis) => (value - other[axis]!) / 4))));
    expect(Math.min(...gaps)).toBeGreaterThan(0.25);
  });

  test('refuses before it spends anything when a later stage cannot take the problem', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 40, seed: 1 });
    const refusing: Optimizer = { name: 'refusing', optimize: () => Promise.reject(new EvospiceError('OPTIMIZER_UNSUPPORTED', 'no')) };
    await expect(new Chain(two, [axes(), refusing]).optimize(analytic.problem, context)).rejects.toMatchObject({ code: 'OPTIMIZER_UNSUPPORTED' });
    expect(record.spent).toBe(0);
  });
});
