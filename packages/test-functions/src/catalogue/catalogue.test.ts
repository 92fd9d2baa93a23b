import { describe, expect, test } from 'vitest';
import { isLeastSquares } from '../function/test-function.ts';
import { mghProblems } from '../more-garbow-hillstrom/problems.ts';
import { catalogue } from './catalogue.ts';
import { functionNames, namedFunction } from './named-function.ts';

describe('the catalogue', () => {
  test('has all families, each function under its own name', () => {
    // 24 of BBOB, 6 classics of any dimension and 7 of their own, and the problems of Moré, Garbow and Hillstrom.
    expect(functionNames()).toHaveLength(24 + 6 + 7 + mghProblems.length);
    for (const [name, { family }] of catalogue) {
      const made = namedFunction(name, family === 'fixed' ? {} : { dimension: 4 });
      expect(made.name).toBe(name);
      expect([made.lower.length, made.upper.length]).toEqual([made.dimension, made.dimension]);
      if (family !== 'fixed') expect(made.dimension).toBe(4);
    }
  });

  test('makes the instance that is asked for', () => {
    const values = [1, 2].map((instance) => namedFunction('bbob-f8', { dimension: 3, instance }).minimum.value);
    expect(values[0]).not.toBe(values[1]);
    expect(namedFunction('bbob-f8', { dimension: 3 }).minimum.value).toBe(values[0]);
  });

  test('knows the residuals of the problems of Moré, Garbow and Hillstrom', () => {
    for (const problem of mghProblems) {
      const made = namedFunction(problem.name, { dimension: problem.dimension });
      expect(isLeastSquares(made) && made.residuals(problem.start)).toEqual(problem.residuals(problem.start));
    }
  });

  test.each([
    ['bbob-f25', {}, 'TEST_FUNCTION_UNKNOWN'], ['shpere', { dimension: 2 }, 'TEST_FUNCTION_UNKNOWN'], ['toString', { dimension: 2 }, 'TEST_FUNCTION_UNKNOWN'],
    ['mgh-36-nothing', {}, 'TEST_FUNCTION_UNKNOWN'], ['mgh-14-wood', { dimension: 5 }, 'TEST_FUNCTION_OPTIONS'], ['mgh-14-wood', { instance: 2 }, 'TEST_FUNCTION_OPTIONS'],
    ['sphere', {}, 'TEST_FUNCTION_OPTIONS'], ['bbob-f3', {}, 'TEST_FUNCTION_OPTIONS'], ['branin', { dimension: 3 }, 'TEST_FUNCTION_OPTIONS'], ['sphere', { dimension: 2, instance: 2 }, 'TEST_FUNCTION_OPTIONS'],
  ] as const)('refuses %s with %o', (name, options, code) => {
    expect(() => namedFunction(name, options)).toThrow(expect.objectContaining({ code }));
  });

  test('says what there is, and what was probably meant', () => {
    expect(() => namedFunction('mgh-14-wod')).toThrow(expect.objectContaining({
      expected: expect.stringMatching(/^one of bbob-f1 to bbob-f24, sphere, .*mgh-01-rosenbrock to mgh-35-chebyquad-10$/), remedy: 'did you mean "mgh-14-wood"?',
    }));
  });
});
