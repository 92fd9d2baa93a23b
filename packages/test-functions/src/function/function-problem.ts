import type { ExtractionProblem } from '@evospice/kernel';
import { createRandom } from '@evospice/toolbox';
import type { TestFunction } from './test-function.ts';

/** Id of the one curve of a function's problem. */
export const functionCurve = 'value';

/**
 * A test function as an optimizer is shown it: one curve of one point, measured 1 and simulated 1 + f - f*, so that the error
 * (relative and in decades alike) is f - f*; parameters `x1`, `x2`, … linear in the box.
 * @param start inside the box.
 */
export function functionProblem(testFunction: TestFunction, start: readonly number[]): ExtractionProblem {
  const { name, dimension, lower, upper, constraints } = testFunction;
  return {
    task: name,
    device: { kind: 'diode' },
    modelFamily: 'test function',
    parameters: Array.from({ length: dimension }, (_, i) => ({ name: `x${i + 1}`, lower: lower[i]!, upper: upper[i]!, start: start[i]!, scale: 'lin' })),
    curves: [{
      id: functionCurve, kind: 'iv', instance: 'only', geometry: {}, temperatureC: 27, sweep: 'point', x: [0], drives: {},
      vectors: [{ kind: 'i', floor: Number.MIN_VALUE, measured: [1] }], weight: 1, cost: 1, residuals: 1,
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
