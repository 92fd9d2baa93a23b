import type { Optimizer } from '@evospice/contracts';
import { optimizerOf } from '@evospice/optimizer-kit';
import { boundedProblem, createAnalyticContext, curvedValleyProblem, discreteProblem, linearProblem, testOptimizer, type AnalyticProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { axisSearch } from './axis-search.ts';
import { axisSearchOptions, powellOptions } from './options.ts';
import { powellSearch } from './powell.ts';

const powell = (options: unknown = {}): Optimizer => optimizerOf('powell', powellSearch, powellOptions.parse(options));
const axis = (options: unknown = {}): Optimizer => optimizerOf('axis-search', axisSearch, axisSearchOptions.parse(options));

testOptimizer('powell', () => powell());
testOptimizer('powell, sin', () => powell({ transformation: 'sin', cost: 'error' }));
testOptimizer('powell, arcctg, golden', () => powell({ transformation: 'arcctg', method: 'golden' }));
testOptimizer('axis-search', () => axis());
testOptimizer('axis-search, fibonacci', () => axis({ method: 'fibonacci', epsilon: 5 }));

async function best(optimizer: Optimizer, analytic: AnalyticProblem, budget: number): Promise<{ readonly error: number; readonly candidates: readonly (readonly number[])[] }> {
  const { context, record } = createAnalyticContext(analytic, { budget, seed: 1 });
  await optimizer.optimize(analytic.problem, context);
  return { error: record.best(), candidates: record.candidates };
}

const exact = { cost: 'error', tolerance: 1e-9, restarts: false };

describe('powell', () => {
  // The least errors are 0; a root mean square has a kink there, which a line search meets to its epsilon.
  test.each([['no', 'quadratic'], ['no', 'golden'], ['no', 'fibonacci'], ['sin', 'quadratic'], ['arcctg', 'quadratic']] as const)(
    'goes down a curved valley: transformation %s, line search %s', async (transformation, method) => {
      expect((await best(powell({ ...exact, transformation, method }), curvedValleyProblem(), 1500)).error).toBeLessThan(1e-3);
    },
  );

  test('turns its directions: it needs fewer evaluations in an oblique valley than the axes do', async () => {
    const conjugate = await best(powell(exact), linearProblem(), 400);
    const relaxed = await best(axis(exact), linearProblem(), 400);
    expect(conjugate.error).toBeLessThan(relaxed.error / 2);
  });

  test('puts a parameter that wants to leave the box on its bound', async () => {
    const { candidates, error } = await best(powell(exact), boundedProblem(), 300);
    expect(candidates.some(([, rate]) => rate === 1)).toBe(true);
    // Heights of the grid are 1e-4 apart.
    expect(error).toBeLessThan(gridMinimum() + 1e-4);
  });
});

/** Least error of the bounded problem with the rate on its bound. */
function gridMinimum(): number {
  const analytic = boundedProblem();
  const measured = analytic.problem.curves[0]!.vectors[0]!.measured;
  const errors = Array.from({ length: 20_000 }, (_, index) => {
    const squares = analytic.model(0, [1 + index / 1e4, 1]).map((value, point) => (value / measured[point]! - 1) ** 2);
    return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length);
  });
  return Math.min(...errors);
}

describe('axis-search', () => {
  test('moves one parameter at a time', async () => {
    const { candidates } = await best(axis(exact), linearProblem(), 100);
    // Between a candidate and the best one before it, which the line started from, one coordinate differs.
    const differing = candidates.slice(1).map((candidate, index) => Math.min(...candidates.slice(0, index + 1).map((other) => other.filter((value, axisIndex) => Math.abs(value - candidate[axisIndex]!) > 1e-9).length)));
    expect(Math.max(...differing)).toBeLessThanOrEqual(1);
  });

  test('stays on the grid of discrete parameters, and simulates no value twice in a line', async () => {
    const { candidates, error } = await best(axis({ ...exact, restarts: true }), discreteProblem(), 300);
    for (const [a, b] of candidates) {
      expect(Math.abs(a! / 0.25 - Math.round(a! / 0.25))).toBeLessThan(1e-9);
      expect(Math.abs(b! / 0.5 - Math.round(b! / 0.5))).toBeLessThan(1e-9);
    }
    for (const [index, candidate] of candidates.entries()) if (index > 0) expect(candidate).not.toEqual(candidates[index - 1]);
    expect(error).toBeLessThan(0.05);
  });
});
