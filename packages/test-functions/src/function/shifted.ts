import { EvospiceError } from '@evospice/contracts';
import { createRandom, filled } from '@evospice/toolbox';
import type { TestFunction } from './test-function.ts';

/**
 * The function moved by `shift` in an unmoved box: f(x - shift).
 * @param shift one number a variable; the minimum must stay inside the box. Start and constraint expressions are not carried over.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function shifted(testFunction: TestFunction, shift: readonly number[]): TestFunction {
  if (shift.length !== testFunction.dimension) {
    throw new EvospiceError('TOOLBOX_SHAPE', `a shift has length ${shift.length}`, { received: shift.length, expected: `length ${testFunction.dimension}` });
  }
  const place = filled(shift.length, 0);
  const back = (x: readonly number[]): readonly number[] => {
    for (let i = 0; i < place.length; i++) place[i] = x[i]! - shift[i]!;
    return place;
  };
  const { name, dimension, lower, upper, minimum, feasible } = testFunction;
  const { value, points } = minimum;
  return {
    name, dimension, lower, upper,
    minimum: points === undefined ? { value } : { value, points: points.map((point) => point.map((x, i) => x + shift[i]!)) },
    evaluate: (x) => testFunction.evaluate(back(x)),
    ...(feasible === undefined ? {} : { feasible: (x: readonly number[]) => feasible(back(x)) }),
  };
}

/** A shift drawn evenly from [-reach, reach] for each variable; one seed, one shift. */
export function seededShift(dimension: number, seed: number, reach: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: dimension }, () => reach * (2 * random.next() - 1));
}
