import type { ExtractionProblem } from '@evospice/contracts';
import { createRandom } from '@evospice/toolbox';
import { filled } from './filled.ts';
import type { TestFunction } from './test-function.ts';

/** Id of the one curve of a function's problem. */
export const functionCurve = 'value';

/**
 * A test function as an optimizer is shown it: one curve, measured 1 and simulated 1 + r at each residual r, the only one being
 * f - f* unless the function's own are shown; parameters `x1`, `x2`, … linear in the box.
 * @param start inside the box. @param residuals number of residuals.
 */
export function functionProblem(testFunction: TestFunction, start: readonly number[], residuals = 1): ExtractionProblem {
  const { name, dimension, lower, upper, constraints } = testFunction;
  return {
    task: name,
    device: { kind: 'diode' },
    modelFamily: 'test function',
    parameters: Array.from({ length: dimension }, (_, i) => ({ name: `x${i + 1}`, lower: lower[i]!, upper: upper[i]!, start: start[i]!, scale: 'lin' })),
    curves: [{
      id: functionCurve, kind: 'iv', instance: 'only', geometry: {}, temperatureC: 27, sweep: 'residual', x: Array.from({ length: residuals }, (_, index) => index), drives: {},
      vectors: [{ kind: 'i', floor: Number.MIN_VALUE, measured: filled(residuals, 1) }], weight: 1, cost: 1, residuals,
    }],
    ...(constraints === undefined ? {} : { constraints }),
    metric: 'relative',
  };
}

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
