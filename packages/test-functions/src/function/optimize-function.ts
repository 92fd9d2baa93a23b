import { EvospiceError, type Candidate, type Optimizer } from '@evospice/contracts';
import { createFunctionContext } from './function-context.ts';
import { functionProblem, randomStart } from './function-problem.ts';
import { isLeastSquares, type LeastSquaresTestFunction, type TestFunction } from './test-function.ts';

export interface FunctionRunOptions {
  /** Evaluations allowed, a whole number. */
  readonly budget: number;
  /** All of the optimizer's chance, and a random start, come from it. */
  readonly seed: number;
  /** Values of f - f* whose first evaluation is recorded; the run ends at the least of them. None by default. */
  readonly targets?: readonly number[];
  /** Start inside the box, `random` for a seeded point of the box, or the function's own (random without one), which is the default. */
  readonly start?: readonly number[] | 'random' | 'own';
  /** What the optimizer sees: f - f*, the default, or the residuals of a sum of squares, its error being their root mean square. Targets are of f - f* in any case. */
  readonly shown?: 'value' | 'residuals';
}

export interface FunctionRun {
  /** Evaluations made, those that failed included. */
  readonly evaluations: number;
  /** Least f - f*, not below 0; Infinity when no evaluation succeeded. */
  readonly best: number;
  readonly bestPoint: Candidate | null;
  /** Evaluation, counted from 1, that first had each target; null where none did. In order of `targets`. */
  readonly reached: readonly (number | null)[];
  /** `target`: the hardest was reached; `completed`: the optimizer returned; `budget`: it ran out of budget; `failed`: it threw. */
  readonly end: 'target' | 'completed' | 'budget' | 'failed';
  /** What it threw. */
  readonly failure?: unknown;
}

/**
 * Runs an optimizer on a test function, evaluation by evaluation in memory: for tests and speed measurements that need 1e5
 * evaluations in a moment. Both metrics are one error, so `cost: 'error'` is the option to use where an optimizer has it.
 * A point that violates a constraint costs an evaluation and fails with `CONSTRAINT_VIOLATED`.
 * @throws EvospiceError `TEST_FUNCTION_OPTIONS` where residuals are to be shown of a function that is not a sum of squares.
 */
export async function optimizeFunction(optimizer: Optimizer, testFunction: TestFunction, options: FunctionRunOptions): Promise<FunctionRun> {
  const { seed, start: wanted = 'own' } = options;
  const start = typeof wanted === 'object' ? wanted : (wanted === 'own' ? testFunction.start : undefined) ?? randomStart(testFunction, seed);
  const residualsOf = options.shown === 'residuals' ? leastSquares(testFunction) : undefined;
  const { context, record } = createFunctionContext(testFunction, { ...options, ...(residualsOf === undefined ? {} : { residualsOf }) });
  let end: FunctionRun['end'] = 'completed';
  let failure: unknown;
  try {
    await optimizer.optimize(functionProblem(testFunction, start, residualsOf), context);
  } catch (error) {
    if (EvospiceError.is(error, 'BUDGET_EXHAUSTED')) end = 'budget';
    else if (!context.signal.aborted) {
      end = 'failed';
      failure = error;
    }
  }
  if (context.signal.aborted) end = 'target';
  else if (end === 'completed' && record.evaluations >= options.budget) end = 'budget';
  return {
    evaluations: record.evaluations, best: record.best, bestPoint: record.bestPoint, reached: record.reached, end,
    ...(failure === undefined ? {} : { failure }),
  };
}

function leastSquares(testFunction: TestFunction): LeastSquaresTestFunction {
  if (isLeastSquares(testFunction)) return testFunction;
  throw new EvospiceError('TEST_FUNCTION_OPTIONS', `the test function ${testFunction.name} has no residuals to show`, { received: testFunction.name, expected: 'a sum of squares' });
}
