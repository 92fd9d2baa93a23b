import { createAnalyticContext, failingProblem, linearProblem, exponentialProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { costProfile } from './cost-profile.ts';
import { parameterSpace, spaceAxes } from './parameter-space.ts';

describe('costProfile', () => {
  test('has its least error along each axis at the value the curves were made with', async () => {
    const analytic = linearProblem();
    const at = [1, 2, 0.7, 1.4];
    const { context, record } = createAnalyticContext(analytic, { budget: 1 + 4 * 41, seed: 1 });
    const profile = await costProfile(analytic.problem, context, { resolution: 41, at });
    expect(profile.cost.error).toBeCloseTo(0, 12);
    expect(record.spent).toBe(165);
    for (const [index, { points, parameter, at: value }] of profile.axes.entries()) {
      expect(value).toBe(at[index]);
      const least = points.reduce((best, point) => (point.error! < best.error! ? point : best));
      // The point itself is one of the profile, between or on the steps of the grid.
      expect(least.value, parameter).toBe(value);
      expect(least.error).toBe(profile.cost.error);
      expect([points[0]!.value, points.at(-1)!.value]).toEqual([0, 4]);
    }
  });

  test('runs through the start values and along log axes in equal factors', async () => {
    const analytic = exponentialProblem();
    const { context } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    const { at, axes: [is] } = await costProfile(analytic.problem, context, { resolution: 4 });
    expect(at).toEqual([1e-9, 1.9, 1e-11]);
    // The value that the axes run through is among them, without a simulation of its own.
    expect(is!.points.map(({ value }) => Math.log10(value)).map((value) => Math.round(value * 1e9) / 1e9)).toEqual([-20, -16, -12, -9, -8]);
  });

  test('keeps failures', async () => {
    const analytic = failingProblem();
    const { context } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
    const { axes: [a] } = await costProfile(analytic.problem, context, { resolution: 3 });
    expect(a!.points[0]).toEqual({ value: 0, error: null, relativeRms: null, logRms: null, failure: 'SIMULATION_FAILED' });
  });

  test('refuses one point an axis', async () => {
    const { context } = createAnalyticContext(linearProblem(), { budget: 100, seed: 1 });
    await expect(costProfile(linearProblem().problem, context, { resolution: 1 })).rejects.toMatchObject({ code: 'ANALYSIS_RESOLUTION', received: 1 });
  });
});

describe('parameterSpace', () => {
  test('gives every point of the grid once, the last axis fastest', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 600, seed: 1 });
    const points = await parameterSpace(analytic.problem, context, { points: { d: 30, b: 20 } });
    expect(record.spent).toBe(600);
    expect(points).toHaveLength(600);
    expect(points.slice(0, 2).map(({ values }) => values)).toEqual([[0, 0], [0, 4 / 29]]);
    expect(new Set(points.map(({ values }) => values.join())).size).toBe(600);
    // Each stands for the candidate it names: b and d moved, a and c at their start.
    expect(record.candidates[31]).toEqual([3, points[31]!.values[0], 3, points[31]!.values[1]]);
    expect(points[31]!.error).toBe(record.errors[31]);
  });

  test.each([
    [{}, 'ANALYSIS_AXES'], [{ e: 3 }, 'ANALYSIS_AXES'], [{ a: 1 }, 'ANALYSIS_RESOLUTION'], [{ a: 2.5 }, 'ANALYSIS_RESOLUTION'], [{ a: 2000, b: 2000 }, 'ANALYSIS_SIZE'],
  ])('refuses %o', (points, code) => {
    expect(() => spaceAxes(linearProblem().problem, { points })).toThrow(expect.objectContaining({ code }));
  });
});
