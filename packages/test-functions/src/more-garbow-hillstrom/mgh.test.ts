import { createRandom, descendLeastSquares } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import type { MghProblem } from './problem.ts';
import { mghProblems } from './problems.ts';
import { penaltyOne, watson } from './variable-dimension.ts';

describe('problems of Moré, Garbow and Hillstrom', () => {
  test('are all 35, each with a name of its own', () => {
    expect([...new Set(mghProblems.map(({ number }) => number))].sort((a, b) => a - b)).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
    expect(new Set(mghProblems.map(({ name }) => name)).size).toBe(mghProblems.length);
    expect(() => watson(7)).toThrow(RangeError);
    expect(() => penaltyOne(5)).toThrow(RangeError);
  });

  // Minimisers are stated to 8 digits or more; the function is flat there, so its value is right to more than 6.
  const stated = mghProblems.flatMap((problem) => problem.minima.flatMap(({ value, point }) => (point === undefined ? [] : [[problem.name, value, problem, point] as const])));
  test.each(stated)('%s: %d at the published minimiser', (_, value, problem, point) => {
    expect(problem.evaluate(point)).toBeGreaterThanOrEqual(value * (1 - 1e-9));
    expect(problem.evaluate(point) - value).toBeLessThan(1e-6 * value + (problem.number === 3 ? 1e-12 : 1e-25));
  });

  // The central difference of steps h is right to about h^2 times the third derivative, and eps / h of the residual.
  test.each(mghProblems.map((problem) => [problem.name, problem] as const))('%s: derivatives agree with differences', (_, { start, residuals, jacobian }) => {
    const random = createRandom(7);
    const x = start.map((value) => value * (1 + 0.1 * random.next()) + (value === 0 ? 0.1 * random.next() : 0));
    const exact = jacobian(x);
    for (const [index, value] of x.entries()) {
      const h = 1e-5 * Math.max(1e-2, Math.abs(value));
      const at = (move: number): number[] => residuals(x.map((other, j) => (j === index ? other + move : other)));
      const [high, low] = [at(h), at(-h)];
      const largest = Math.max(...exact.map((row) => Math.abs(row[index]!)));
      for (const [i, row] of exact.entries()) {
        expect(row).toHaveLength(x.length);
        const noise = (1e-15 * Math.max(Math.abs(high[i]!), Math.abs(low[i]!), 1)) / h;
        expect(Math.abs(row[index]! - (high[i]! - low[i]!) / (2 * h))).toBeLessThan(1e-5 * largest + noise + 1e-9);
      }
    }
  });

  /** The published values that are at infinity, or are rounded to fewer digits. */
  const loose = (problem: MghProblem, value: number): number => (problem.minima[0]!.value === value ? 1e-6 : 1e-3);
  // From the paper's own starts Levenberg-Marquardt ends on a published value.
  test.each(mghProblems.map((problem) => [problem.name, problem] as const))('%s: a descent from the start ends on a published value', async (_, problem) => {
    const { start, residuals, jacobian, minima } = problem;
    const { point } = await descendLeastSquares(
      {
        lower: start.map(() => Number.NEGATIVE_INFINITY), upper: start.map(() => Number.POSITIVE_INFINITY),
        evaluate: async (points) => points.map((x) => ({ x, residuals: residuals(x) })), jacobian: ({ x }) => jacobian(x),
      },
      { x: start, residuals: residuals(start) },
      { ftol: 1e-14, xtol: 1e-14, evaluations: 1000 },
    );
    const found = problem.evaluate(point.x);
    expect(minima.some(({ value }) => Math.abs(found - value) <= loose(problem, value) * value + 1e-14), `ended at ${found}`).toBe(true);
  });
});
