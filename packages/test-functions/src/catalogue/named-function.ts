import { counted, EvospiceError } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import type { TestFunction } from '../function/test-function.ts';
import { catalogue, catalogueSummary } from './catalogue.ts';

export interface NamedFunctionOptions {
  /** Number of variables; needed by functions that come in any number, and refused by others unless it is theirs. */
  readonly dimension?: number;
  /** Instance of a BBOB function, 1 by default. */
  readonly instance?: number;
}

/** Names that `namedFunction` knows. */
export function functionNames(): readonly string[] {
  return [...catalogue.keys()];
}

/**
 * The test function of a name.
 * @throws EvospiceError `TEST_FUNCTION_UNKNOWN` for another name; `TEST_FUNCTION_OPTIONS` for a dimension that is missing or not
 *   the function's, and for an instance of a function that has none.
 */
export function namedFunction(name: string, options: NamedFunctionOptions = {}): TestFunction {
  const { dimension, instance } = options;
  const entry = catalogue.get(name);
  if (entry === undefined) throw unknown(name);
  if (entry.family !== 'instances' && instance !== undefined && instance !== 1) refuse(name, 'has one instance', instance, 'no instance');
  if (entry.family === 'fixed') {
    const made = entry.make();
    if (dimension !== undefined && dimension !== made.dimension) refuse(name, `has ${counted(made.dimension, 'variable')}`, dimension, `${made.dimension}, or no dimension`);
    return made;
  }
  if (dimension === undefined || !Number.isInteger(dimension) || dimension < 2 || dimension > 1000) refuse(name, 'comes in many dimensions', dimension, 'a whole number from 2');
  return entry.family === 'instances' ? entry.make(dimension, instance) : entry.make(dimension);
}

function unknown(name: string): EvospiceError {
  const guess = nearest(name, functionNames());
  return new EvospiceError('TEST_FUNCTION_UNKNOWN', `there is no test function "${name}"`, {
    received: name, expected: `one of ${catalogueSummary}`, remedy: guess === undefined ? 'correct the name' : `did you mean "${guess}"?`,
  });
}

function refuse(name: string, fact: string, received: unknown, expected: string): never {
  throw new EvospiceError('TEST_FUNCTION_OPTIONS', `the test function ${name} ${fact}`, { received, expected, remedy: 'correct the options' });
}
