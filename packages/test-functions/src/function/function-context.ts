import { EvospiceError, noCompactModels, type Candidate, type Evaluation, type OptimizerContext, type SimulateOptions } from '@evospice/contracts';
import { createRandom, toolbox } from '@evospice/toolbox';
import { evaluateFunction, functionCurve } from './function-problem.ts';
import type { LeastSquaresTestFunction, TestFunction } from './test-function.ts';

/** What an optimizer has done so far. */
export interface FunctionRecord {
  evaluations: number;
  best: number;
  bestPoint: Candidate | null;
  readonly reached: (number | null)[];
}

export interface FunctionContextOptions {
  readonly budget: number;
  readonly seed: number;
  readonly targets?: readonly number[];
  /** The function again where its residuals are shown; left out, the one residual is f - f*. */
  readonly residualsOf?: LeastSquaresTestFunction;
}

/**
 * An optimizer's context over a test function. Its signal fires with the hardest target; that evaluation is the last, and
 * the call that made it is refused with `EXTRACTION_CANCELLED`, as all later ones.
 */
export function createFunctionContext(
  testFunction: TestFunction, options: FunctionContextOptions,
): { readonly context: OptimizerContext; readonly record: FunctionRecord } {
  const { budget, seed, targets = [], residualsOf } = options;
  const { dimension, lower, upper } = testFunction;
  const hardest = targets.length === 0 ? -Infinity : Math.min(...targets);
  const abort = new AbortController();
  const record: FunctionRecord = { evaluations: 0, best: Infinity, bestPoint: null, reached: targets.map(() => null) };

  const note = (point: readonly number[], excess: number): void => {
    record.best = excess;
    record.bestPoint = point;
    for (let i = 0; i < targets.length; i++) {
      if (record.reached[i] === null && excess <= targets[i]!) record.reached[i] = record.evaluations;
    }
  };
  const evaluate = (candidate: Candidate): Evaluation => {
    record.evaluations += 1;
    const point = clipped(candidate, dimension, lower, upper);
    const { excess, evaluation } = evaluateFunction(testFunction, point, residualsOf);
    if (excess < record.best) note(point, excess);
    return evaluation;
  };

  const context: OptimizerContext = {
    // oxlint-disable-next-line require-await -- a refusal must be a rejected promise
    async simulate(candidates, request) {
      if (abort.signal.aborted) throw abort.signal.reason;
      refusePart(request);
      if (candidates.length === 0) return [];
      const count = Math.min(candidates.length, Math.floor(budget - record.evaluations));
      if (count <= 0) throw new EvospiceError('BUDGET_EXHAUSTED', `the budget of ${budget} evaluations is spent`, { received: record.evaluations });
      const evaluations: Evaluation[] = [];
      for (let i = 0; i < count; i++) {
        evaluations.push(evaluate(candidates[i]!));
        if (record.best > hardest) continue;
        abort.abort(new EvospiceError('EXTRACTION_CANCELLED', 'the hardest target was reached'));
        throw abort.signal.reason;
      }
      for (let i = count; i < candidates.length; i++) evaluations.push(outOfBudget);
      return evaluations;
    },
    get budget() {
      return { allowed: budget, spent: record.evaluations, remaining: Math.max(0, budget - record.evaluations) };
    },
    random: createRandom(seed),
    toolbox,
    models: noCompactModels,
    optimizers: {},
    signal: abort.signal,
    log: () => undefined,
  };
  return { context, record };
}

const outOfBudget: Evaluation = { ok: false, failure: { code: 'OUT_OF_BUDGET', message: 'the remaining budget could not pay this candidate; it was not evaluated' } };

function clipped(candidate: Candidate, dimension: number, lower: readonly number[], upper: readonly number[]): readonly number[] {
  const point: number[] = [];
  for (let i = 0; i < dimension; i++) {
    const value = candidate[i];
    if (value === undefined || Number.isNaN(value) || candidate.length !== dimension) {
      throw new EvospiceError('EXTRACTION_REQUEST', 'a candidate is malformed', { received: candidate, expected: `${dimension} numbers` });
    }
    point.push(value < lower[i]! ? lower[i]! : value > upper[i]! ? upper[i]! : value);
  }
  return point;
}

function refusePart({ curves, every = 1 }: SimulateOptions = {}): void {
  if (every !== 1) {
    throw new EvospiceError('EXTRACTION_REQUEST', 'a test function is evaluated as a whole', { received: every, expected: 'every: 1' });
  }
  if (curves === undefined || (curves.length > 0 && curves.every((id) => id === functionCurve))) return;
  throw new EvospiceError('EXTRACTION_REQUEST', 'simulate was given another curve than the one there is', { received: curves, expected: functionCurve });
}
