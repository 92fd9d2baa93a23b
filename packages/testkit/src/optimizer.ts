import { EvospiceError, type Candidate, type Optimizer } from '@evospice/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyticContext, type AnalyticContextOptions, type AnalyticRecord } from './analytic/analytic-context.ts';
import type { AnalyticProblem } from './analytic/analytic-problem.ts';
import {
  boundedProblem, curvedValleyProblem, discreteProblem, exponentialProblem, failingProblem, hopelessProblem, linearProblem, wideProblem,
} from './analytic/analytic-problems.ts';

export interface OptimizerExpectations {
  /**
   * Largest final error, as a fraction of the start's, on a smooth problem of four parameters with a budget of 200.
   * 0.9 unless stated: an optimizer need not be good to be a correct one.
   */
  readonly improvement?: number;
  /** What it makes of the start card: simulates it first (the default), or takes `problem.start` and pays for other cards only. */
  readonly start?: 'simulated' | 'given';
  /** What it does with discrete parameters: searches on their grid (the default), or refuses the problem before it simulates anything. */
  readonly discrete?: 'snapped' | 'refused';
}

const problems: readonly (readonly [string, () => AnalyticProblem])[] = [
  ['linear', linearProblem],
  ['curved valley', curvedValleyProblem],
  ['exponential with log parameters', exponentialProblem],
  ['exponential, log metric', () => exponentialProblem('log')],
  ['failing regions', failingProblem],
  ['optimum on a bound', boundedProblem],
  ['fifteen parameters', wideProblem],
];

/** Runs an optimizer as a driver does: running out of budget and the caller's own signal are normal ends. */
async function run(makeOptimizer: () => Optimizer, analytic: AnalyticProblem, options: AnalyticContextOptions): Promise<AnalyticRecord> {
  const { context, record } = createAnalyticContext(analytic, options);
  try {
    await makeOptimizer().optimize(analytic.problem, context);
  } catch (error) {
    if (EvospiceError.is(error, 'BUDGET_EXHAUSTED')) return record;
    if (context.signal.aborted && error === context.signal.reason) return record;
    throw error;
  }
  return record;
}

/** A start card that fails is worse than any that does not. */
function errorOfStart({ problem: { start } }: AnalyticProblem): number {
  return start.ok ? start.error : Infinity;
}

/**
 * Conformance suite of the `Optimizer` extension point, on analytic problems in memory.
 * @param makeOptimizer makes a fresh optimizer; called once per run.
 */
export function testOptimizer(name: string, makeOptimizer: () => Optimizer, expectations: OptimizerExpectations = {}): void {
  describe(`optimizer ${name}`, () => {
    test('has the name that configuration calls it by', () => {
      expect(makeOptimizer().name).toMatch(/^[a-z][a-z0-9-]*$/);
    });

    describe.each(problems)('%s', (_, makeProblem) => {
      const isStart = ({ problem }: AnalyticProblem, candidate: Candidate): boolean =>
        problem.parameters.every(({ start }, index) => Math.abs(candidate[index]! - start) <= 1e-9 * Math.abs(start));

      if (expectations.start === 'given') {
        test('does not pay for the start card, whose evaluation it is given', async () => {
          const analytic = makeProblem();
          const record = await run(makeOptimizer, analytic, { budget: 20, seed: 1 });
          expect(record.candidates.filter((candidate) => isStart(analytic, candidate))).toEqual([]);
        });
      } else {
        test('simulates the start card first', async () => {
          const analytic = makeProblem();
          const record = await run(makeOptimizer, analytic, { budget: 20, seed: 1 });
          expect(isStart(analytic, record.candidates[0]!)).toBe(true);
        });
      }

      test('stays within bounds and budget', async () => {
        const analytic = makeProblem();
        const record = await run(makeOptimizer, analytic, { budget: 90, seed: 2 });
        expect(record.spent).toBeLessThanOrEqual(90 + 1e-6);
        for (const candidate of record.candidates) {
          for (const [index, { lower, upper, name: parameter }] of analytic.problem.parameters.entries()) {
            const slack = 1e-12 * Math.max(Math.abs(lower), Math.abs(upper));
            expect(candidate[index], parameter).toBeGreaterThanOrEqual(lower - slack);
            expect(candidate[index], parameter).toBeLessThanOrEqual(upper + slack);
          }
        }
      });

      test('never ends worse than the start', async () => {
        const analytic = makeProblem();
        const record = await run(makeOptimizer, analytic, { budget: 90, seed: 3 });
        expect(record.best()).toBeLessThanOrEqual(errorOfStart(analytic));
      });

      test('does the same for the same seed', async () => {
        const first = await run(makeOptimizer, makeProblem(), { budget: 60, seed: 4 });
        const second = await run(makeOptimizer, makeProblem(), { budget: 60, seed: 4 });
        expect(second.candidates).toEqual(first.candidates);
        expect(second.batches).toEqual(first.batches);
      });
    });

    if (expectations.discrete === 'refused') {
      test('refuses discrete parameters at once', async () => {
        const analytic = discreteProblem();
        const { context, record } = createAnalyticContext(analytic, { budget: 200, seed: 5 });
        await expect(makeOptimizer().optimize(analytic.problem, context)).rejects.toMatchObject({ code: 'OPTIMIZER_UNSUPPORTED', received: ['a', 'b'] });
        expect(record.candidates).toEqual([]);
      });
    } else {
      test('improves the start of a problem with discrete parameters', async () => {
        const record = await run(makeOptimizer, discreteProblem(), { budget: 200, seed: 5 });
        expect(record.best()).toBeLessThanOrEqual((expectations.improvement ?? 0.9) * errorOfStart(discreteProblem()));
      });
    }

    test('improves the start of a smooth problem', async () => {
      const record = await run(makeOptimizer, linearProblem(), { budget: 200, seed: 5 });
      expect(record.best()).toBeLessThanOrEqual((expectations.improvement ?? 0.9) * errorOfStart(linearProblem()));
    });

    test('spends what it asks for in batches no larger than the budget', async () => {
      const record = await run(makeOptimizer, wideProblem(), { budget: 100, seed: 6 });
      for (const size of record.batches) {
        expect(size).toBeGreaterThanOrEqual(1);
        expect(size).toBeLessThanOrEqual(100);
      }
    });

    test('lives with any budget, however narrow', async () => {
      await fc.assert(
        fc.asyncProperty(fc.double({ min: 1, max: 40, noNaN: true }), fc.integer(), async (budget, seed) => {
          const record = await run(makeOptimizer, wideProblem(), { budget, seed });
          expect(record.spent).toBeLessThanOrEqual(budget + 1e-6);
          expect(record.candidates.length).toBeGreaterThanOrEqual(1);
        }),
        { numRuns: 15, seed: 1 },
      );
    });

    test('ends in good order when nothing can be simulated', async () => {
      const record = await run(makeOptimizer, hopelessProblem(), { budget: 50, seed: 7 });
      expect(record.candidates.length).toBeGreaterThanOrEqual(1);
      expect(record.errors.every((error) => error === null)).toBe(true);
    });

    test.each([1, 2, 25])('simulates nothing more once its signal fired during evaluation %i', async (abortAt) => {
      const record = await run(makeOptimizer, linearProblem(), { budget: 500, seed: 8, abortAt });
      expect(record.callsAfterAbort).toBe(0);
    });
  });
}
