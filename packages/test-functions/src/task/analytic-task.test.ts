import { describe, expect, test } from 'vitest';
import { analyticTask } from './analytic-task.ts';

describe('analyticTask', () => {
  test('has the box, the start and the constraint of its function', () => {
    const task = analyticTask({ function: 'spice-opus-case' });
    expect(task.tunables.map(({ name, lower, upper, start, scale }) => [name, lower, upper, start, scale])).toEqual([['x1', 0, 10, 10, 'lin'], ['x2', 0, 10, 10, 'lin']]);
    expect(task.constraints).toEqual(['(x1 - 5)^2 + (x2 - 5)^2 > 9']);
    expect(task.curves[0]!.measured[0]!.values).toEqual(Float64Array.of(1));
  });

  test('starts from a seeded point where it is asked to, or where the function has none', () => {
    const starts = (recipe: Parameters<typeof analyticTask>[0]): number[] => analyticTask(recipe).tunables.map(({ start }) => start);
    expect(starts({ function: 'rosenbrock', dimension: 2 })).toEqual([-1.2, 1]);
    expect(starts({ function: 'rosenbrock', dimension: 2, start: 'random' })).not.toEqual([-1.2, 1]);
    expect(starts({ function: 'bbob-f1', dimension: 5, seed: 1 })).toEqual(starts({ function: 'bbob-f1', dimension: 5 }));
    expect(starts({ function: 'bbob-f1', dimension: 5, seed: 2 })).not.toEqual(starts({ function: 'bbob-f1', dimension: 5 }));
  });

  test('has a point for each residual of a sum of squares', () => {
    const task = analyticTask({ function: 'mgh-18-biggs-exp6' });
    expect(task.tunables.map(({ name, start }) => [name, start])).toEqual([['x1', 1], ['x2', 2], ['x3', 1], ['x4', 1], ['x5', 1], ['x6', 1]]);
    // m = 13 in Moré, Garbow & Hillstrom.
    expect([...task.curves[0]!.x]).toEqual(Array.from({ length: 13 }, (_, index) => index));
    expect(task.curves[0]!.measured[0]!.values).toEqual(new Float64Array(13).fill(1));
    expect(task.id).toBe('mgh-18-biggs-exp6');
  });

  test('different tasks have different ids', () => {
    const ids = [
      { function: 'bbob-f8', dimension: 10, instance: 1 }, { function: 'bbob-f8', dimension: 10, instance: 2 }, { function: 'bbob-f8', dimension: 5, instance: 1 },
      { function: 'bbob-f8', dimension: 10, instance: 1, seed: 2 }, { function: 'rosenbrock', dimension: 10 }, { function: 'rosenbrock', dimension: 10, start: 'random' as const },
    ].map((recipe) => analyticTask(recipe).id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([[{ function: 'no-such' }, 'TEST_FUNCTION_UNKNOWN'], [{ function: 'sphere' }, 'TEST_FUNCTION_OPTIONS']])('refuses %o', (recipe, code) => {
    expect(() => analyticTask(recipe)).toThrow(expect.objectContaining({ code }));
  });

  test('refuses recipes with words it does not know', () => {
    expect(() => analyticTask({ function: 'branin', dimensions: 2 } as never)).toThrow(/dimensions/);
  });
});
