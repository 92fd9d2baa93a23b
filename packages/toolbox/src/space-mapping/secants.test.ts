import { describe, expect, test } from 'vitest';
import { broydenUpdate } from '../linear-algebra/broyden.ts';
import { regressSecants, type Secant } from './secants.ts';

const f = ([a, b, c]: readonly number[]): number[] => [2 * a! - b! + 3 * c!, a! + 4 * b!, -c! + 0.5 * b!, a!];
const slopes = [[2, -1, 3], [1, 4, 0], [0, 0.5, -1], [1, 0, 0]];
const secant = (from: readonly number[], to: readonly number[]): Secant => {
  const [before, after] = [f(from), f(to)];
  return { from, to, change: after.map((value, i) => value - before[i]!) };
};

describe('regression over secants', () => {
  test('n short secants along the axes are a Jacobian by differences', () => {
    const at = [0.3, 0.4, 0.5];
    const secants = at.map((_, axis) => secant(at, at.map((value, j) => (j === axis ? value + 1e-3 : value))));
    const result = regressSecants({ at, secants, rows: 4, prior: 100, curvature: 1 });
    for (const [i, row] of result.entries()) for (const [j, value] of row.entries()) expect(value).toBeCloseTo(slopes[i]![j]!, 4);
  });

  test('of one secant it is the update of Broyden', () => {
    const at = [0.3, 0.4, 0.5];
    const one = secant([0.2, 0.4, 0.45], at);
    const broyden = broydenUpdate([[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]], at.map((value, j) => value - one.from[j]!), [...one.change as number[]]);
    const result = regressSecants({ at, secants: [one], rows: 4, prior: 100, curvature: 0.1 });
    for (const [i, row] of result.entries()) for (const [j, value] of row.entries()) expect(value).toBeCloseTo(broyden[i]![j]!, 3);
  });

  test('keeps what was expected across the secants and corrects it along them, more where it may be farther off', () => {
    const at = [0.3, 0.4, 0.5];
    const one = secant(at, [0.301, 0.401, 0.5]);
    const mean = slopes.map((row) => row.map((value) => value + 1));
    expect(regressSecants({ at, secants: [], rows: 4, prior: 1, mean, curvature: 1 })).toEqual(mean);
    const result = regressSecants({ at, secants: [one], rows: 4, prior: [1, 1e-3, 1], mean, curvature: 1 });
    for (const [i, row] of result.entries()) {
      expect(row[0]).toBeCloseTo(slopes[i]![0]! - 1, 2);
      expect(row[1]).toBeCloseTo(mean[i]![1]!, 2);
      expect(row[2]).toBe(mean[i]![2]);
    }
  });

  test('near secants count more than far ones, and none leaves nothing', () => {
    const at = [0];
    const near: Secant = { from: [0], to: [0.01], change: [0.01] };
    const far: Secant = { from: [0.8], to: [0.9], change: [0.5] };
    expect(regressSecants({ at, secants: [near, far], rows: 1, prior: 100, curvature: 1 })[0]![0]).toBeCloseTo(1, 2);
    expect(regressSecants({ at, secants: [{ from: [0], to: [0], change: [1] }], rows: 1, prior: 1, curvature: 1 })).toEqual([[0]]);
  });

  test('a noisy secant moves a small prior little', () => {
    const noisy: Secant = { from: [0], to: [0.01], change: [0.01], noise: 1 };
    expect(Math.abs(regressSecants({ at: [0], secants: [noisy], rows: 1, prior: 0.1, curvature: 1 })[0]![0]!)).toBeLessThan(1e-4);
  });

  test('refuses what it cannot use', () => {
    expect(() => regressSecants({ at: [0], secants: [], rows: 1, prior: 0, curvature: 1 })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => regressSecants({ at: [0], secants: [{ from: [0], to: [1], change: [1, 2] }], rows: 1, prior: 1, curvature: 1 })).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
