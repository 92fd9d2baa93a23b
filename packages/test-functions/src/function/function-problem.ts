import type { Candidate, Evaluation, ExtractionProblem } from '@evospice/contracts';
import { createRandom, filled, rms } from '@evospice/toolbox';
import type { LeastSquaresTestFunction, TestFunction } from './test-function.ts';

/** Id of the one curve of a function's problem. */
export const functionCurve = 'value';

/**
 * A test function as an optimizer is shown it: one curve, measured 1 and simulated 1 + r at each residual r, the only one being
 * f - f* unless the function's own are shown; parameters `x1`, `x2`, … linear in the box.
 * @param start inside the box. @param residuals number of residuals.
 */
export function functionProblem(testFunction: TestFunction, start: readonly number[], residualsOf?: LeastSquaresTestFunction): ExtractionProblem {
  const { name, dimension, lower, upper, constraints } = testFunction;
  const residuals = residualsOf?.residualCount ?? 1;
  return {
    task: name,
    device: { kind: 'diode' },
    modelFamily: 'test function',
    model: { type: 'test function', values: Object.fromEntries(start.map((value, i) => [`x${i + 1}`, value])) },
    parameters: Array.from({ length: dimension }, (_, i) => ({ name: `x${i + 1}`, lower: lower[i]!, upper: upper[i]!, start: start[i]!, scale: 'lin' })),
    curves: [{
      id: functionCurve, kind: 'iv', instance: 'only', geometry: {}, temperatureC: 27, sweep: 'residual', x: Array.from({ length: residuals }, (_, index) => index), drives: {},
      vectors: [{ kind: 'i', floor: Number.MIN_VALUE, measured: filled(residuals, 1), scored: Array.from({ length: residuals }, (_, index) => index) }],
      weight: 1, budgetShare: 1, residuals,
    }],
    start: evaluateFunction(testFunction, start, residualsOf).evaluation,
    ...(constraints === undefined ? {} : { constraints }),
    metric: 'relative',
  };
}

/**
 * f - f* of one point inside the box (Infinity where it fails), and what an optimizer sees of it. Both kinds of error are one: the
 * root mean square of the residuals.
 * @param residualsOf the function again where its residuals are shown; left out, the one residual is f - f*
 */
export function evaluateFunction(
  testFunction: TestFunction, point: Candidate, residualsOf?: LeastSquaresTestFunction,
): { readonly excess: number; readonly evaluation: Evaluation } {
  if (testFunction.feasible !== undefined && !testFunction.feasible(point)) return { excess: Infinity, evaluation: violated };
  // Rounding can put a value a little below the known minimum.
  const excess = Math.max(0, testFunction.evaluate(point) - testFunction.minimum.value);
  if (!Number.isFinite(excess)) {
    return { excess: Infinity, evaluation: { ok: false, failure: { code: 'NON_FINITE', message: `the value is ${excess}` } } };
  }
  const residuals = residualsOf?.residuals(point) ?? [excess];
  const error = residuals.length === 1 ? Math.abs(residuals[0]!) : rms(residuals);
  const evaluation: Evaluation = {
    ok: true, full: true, error, relativeRms: error, logRms: error,
    residuals, relativeResiduals: residuals, logResiduals: residuals,
    curves: [{
      id: functionCurve, relativeRms: error, logRms: error, residuals: { relative: residuals, log: residuals },
      simulated: [residuals.map((residual) => 1 + residual)],
    }],
    findings: [],
  };
  return { excess, evaluation };
}

const violated: Evaluation = { ok: false, failure: { code: 'CONSTRAINT_VIOLATED', message: 'violates the constraint of the function' } };

/** A point drawn evenly from the box, and again until it violates no constraint; one seed, one point. */
export function randomStart(testFunction: TestFunction, seed: number): number[] {
  // Apart from the sequence that an optimizer with the same seed draws from.
  const random = createRandom(seed).split();
  const { lower, upper } = testFunction;
  for (;;) {
    const point = lower.map((low, i) => low + (upper[i]! - low) * random.next());
    if (testFunction.feasible?.(point) ?? true) return point;
  }
}
