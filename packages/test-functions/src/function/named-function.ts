import { EvospiceError, nearest } from '@evospice/kernel';
import { bbobFunction } from '../bbob/bbob-function.ts';
import { fixedFunctions, scalableFunctions } from '../classic/catalogue.ts';
import type { TestFunction } from './test-function.ts';

export interface NamedFunctionOptions {
  /** Number of variables; needed by functions that come in any number, and refused by others unless it is theirs. */
  readonly dimension?: number;
  /** Instance of a BBOB function, 1 by default. */
  readonly instance?: number;
}

/** Names that `namedFunction` knows. */
export function functionNames(): readonly string[] {
  return [...Array.from({ length: 24 }, (_, i) => `bbob-f${i + 1}`), ...Object.keys(scalableFunctions), ...Object.keys(fixedFunctions)];
}

/**
 * The test function of a name.
 * @throws EvospiceError `TEST_FUNCTION_UNKNOWN` for another name; `TEST_FUNCTION_OPTIONS` for a dimension that is missing or not
 *   the function's, and for an instance of a function that has none.
 */
export function namedFunction(name: string, options: NamedFunctionOptions = {}): TestFunction {
  const { dimension, instance } = options;
  const bbob = /^bbob-f(\d+)$/.exec(name);
  if (bbob === null && instance !== undefined && instance !== 1) refuse(name, 'has one instance', instance, 'no instance');
  const fixed = Object.hasOwn(fixedFunctions, name) ? fixedFunctions[name] : undefined;
  if (fixed !== undefined) {
    const made = fixed();
    if (dimension !== undefined && dimension !== made.dimension) refuse(name, `has ${made.dimension} variables`, dimension, `${made.dimension}, or no dimension`);
    return made;
  }
  const scalable = Object.hasOwn(scalableFunctions, name) ? scalableFunctions[name] : undefined;
  if (scalable === undefined && !functionNames().includes(name)) throw unknown(name);
  if (dimension === undefined || !Number.isInteger(dimension) || dimension < 2 || dimension > 1000) refuse(name, 'comes in many dimensions', dimension, 'a whole number from 2');
  return scalable === undefined ? bbobFunction(Number(bbob?.[1]), dimension, instance) : scalable(dimension);
}

function unknown(name: string): EvospiceError {
  const guess = nearest(name, functionNames());
  return new EvospiceError('TEST_FUNCTION_UNKNOWN', `there is no test function "${name}"`, {
    met: name, expected: `one of bbob-f1 to bbob-f24, ${[...Object.keys(scalableFunctions), ...Object.keys(fixedFunctions)].join(', ')}`,
    remedy: guess === undefined ? 'correct the name' : `did you mean "${guess}"?`,
  });
}

function refuse(name: string, fact: string, met: unknown, expected: string): never {
  throw new EvospiceError('TEST_FUNCTION_OPTIONS', `the test function ${name} ${fact}`, { met, expected, remedy: 'correct the options' });
}
