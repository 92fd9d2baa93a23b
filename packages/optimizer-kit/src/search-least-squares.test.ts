import type { ResidualDerivatives } from '@evospice/contracts';
import { createAnalyticContext, curvedValleyProblem, describeAnalyticProblem, discreteProblem, exponentialProblem } from '@evospice/testkit';
import { doglegStep } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { leastSquaresOptions, searchOptions } from './options.ts';
import { searchLeastSquares } from './search-least-squares.ts';

const schema = z.strictObject({ ...searchOptions, ...leastSquaresOptions, trials: z.int().default(1) });

describe('searchLeastSquares', () => {
  test('says why each descent ended, under the name of the optimizer', async () => {
    const analytic = exponentialProblem();
    const { context } = createAnalyticContext(analytic, { budget: 150, seed: 1 });
    const lines: string[] = [];
    await searchLeastSquares('steps', analytic.problem, { ...context, get budget() { return context.budget; }, log: (line) => lines.push(line) }, schema.parse({ restarts: false }));
    const ends = lines.filter((line) => line.startsWith('steps ended: '));
    // Decades, then the error.
    expect(ends.length).toBeGreaterThanOrEqual(1);
    expect(ends.every((line) => line.length > 'steps ended: '.length)).toBe(true);
  });

  test('takes the steps that it is given', async () => {
    const analytic = curvedValleyProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 30, seed: 1 });
    let asked = 0;
    await searchLeastSquares('still', analytic.problem, context, schema.parse({ cost: 'error', restarts: false }), ({ scale }) => {
      asked++;
      return { step: scale.map(() => 0), lambda: 0, scaledNorm: 0, predicted: 0, slope: 0, active: [] };
    });
    expect(asked).toBeGreaterThan(0);
    expect(record.best()).toBe(Math.min(...record.errors.slice(0, 3) as number[]));
  });

  // Between 0 and 1e-3, a difference of 3e-4 of the bounds would make it a current of 3e-7, and the shortest step one of 0.
  test('finds a saturation current of 1e-14 on a linear scale', async () => {
    const analytic = describeAnalyticProblem({
      name: 'near zero',
      parameters: [{ name: 'is', lower: 0, upper: 1e-3, start: 5e-14, scale: 'lin' }, { name: 'n', lower: 1, upper: 2, start: 1.2, scale: 'lin' }],
      sweeps: [[0.3, 0.4, 0.5, 0.6]],
      formula: (x, [is, n]) => is! * Math.expm1(x / (n! * 0.02585)),
      truth: [1e-14, 1.05],
    });
    for (const step of [undefined, doglegStep]) {
      const { context, record } = createAnalyticContext(analytic, { budget: 60, seed: 1 });
      await searchLeastSquares('near', analytic.problem, context, schema.parse({ restarts: false }), step);
      expect(record.best()).toBeLessThan(1e-5);
    }
  });

  test('takes exact derivatives where evaluations come with them, and simulates steps only', async () => {
    const formula = (x: number, [is, n]: readonly number[]): number => is! * Math.expm1(x / (n! * 0.02585));
    const sweep = [0.3, 0.4, 0.5, 0.6];
    const analytic = describeAnalyticProblem({
      name: 'exact',
      // The first has a stretched axis.
      parameters: [{ name: 'is', lower: 0, upper: 1e-3, start: 5e-14, scale: 'lin' }, { name: 'n', lower: 1, upper: 2, start: 1.2, scale: 'log' }],
      sweeps: [sweep], formula, truth: [1e-14, 1.05],
    });
    for (const metric of ['relative', 'log'] as const) {
      const { context, record } = createAnalyticContext({ ...analytic, problem: { ...analytic.problem, metric } }, { budget: 60, seed: 1 });
      const differentiate = ([is, n]: readonly number[]): ResidualDerivatives => {
        const rows = sweep.map((x) => {
          const grown = x / (n! * 0.02585);
          return Float64Array.of(Math.expm1(grown), -is! * Math.exp(grown) * grown / n!);
        });
        const per = (divisor: (x: number) => number): Float64Array[] => rows.map((row, point) => row.map((slope) => slope / divisor(sweep[point]!)));
        return { relative: per((x) => formula(x, [1e-14, 1.05])), log: per((x) => Math.LN10 * formula(x, [is!, n!])) };
      };
      await searchLeastSquares('exact', { ...analytic.problem, metric }, { ...context, get budget() { return context.budget; }, differentiate }, schema.parse({ restarts: false }));
      expect(record.best(), metric).toBeLessThan(1e-8);
      expect(Math.max(...record.batches), metric).toBe(1);
    }
  });

  test('refuses discrete parameters before anything is simulated', async () => {
    const analytic = discreteProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 30, seed: 1 });
    await expect(searchLeastSquares('steps', analytic.problem, context, schema.parse({}))).rejects.toMatchObject({ code: 'OPTIMIZER_UNSUPPORTED' });
    expect(record.spent).toBe(0);
  });
});
