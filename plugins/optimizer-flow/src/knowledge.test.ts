import type { CompactModels, OptimizerContext } from '@evospice/contracts';
import { createAnalyticContext, linearProblem } from '@evospice/testkit';
import { modelLogRatios } from '@evospice/toolbox';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withKnowledge } from './knowledge.ts';
import { priorOf } from './prior.ts';

const analytic = linearProblem();
const strength = 0.4;
const place = fc.double({ min: 0, max: 4, noNaN: true });
const candidates = fc.tuple(place, place, place, place);

/** The formula itself as a compact model, with its exact derivatives: 1, x, x^2, x^3. */
const models: CompactModels = {
  without: [],
  ofProblem: ({ curves }) => {
    const rows = (ids?: readonly string[]) => curves.filter(({ id }) => ids?.includes(id) !== false);
    const values = (candidate: readonly number[], ids?: readonly string[]) => rows(ids).map(({ x }) => [Float64Array.from(x, (at) => candidate.reduce((sum, value, power) => sum + value * at ** power, 0))]);
    return {
      family: 'cubic', unsupported: [], covered: curves.map(() => [true]), predict: (candidate, request) => values(candidate, request?.curves),
      differentiate: (candidate, request) => ({ values: values(candidate, request?.curves), jacobian: rows(request?.curves).map(({ x }) => [Float64Array.from(x.flatMap((at) => [0, 1, 2, 3].map((power) => at ** power)))]) }),
    };
  },
};

function open() {
  const { context, record } = createAnalyticContext(analytic, { budget: 100, seed: 1 });
  const own: OptimizerContext = Object.create(context, { models: { value: models } });
  return { ...withKnowledge(analytic.problem, own, [priorOf(analytic.problem.parameters, analytic.problem.parameters.map(({ start }) => start), strength)!]), record };
}

describe('a prior', () => {
  test('adds to the squared residuals what the parameters have moved across their bounds, and costs nothing', async () => {
    await fc.assert(fc.asyncProperty(candidates, async (candidate) => {
      const { problem, context, record } = open();
      const [evaluation] = await context.simulate([candidate]);
      if (evaluation?.ok !== true) throw new Error('not simulated');
      expect([evaluation.full, evaluation.residuals.length, record.spent]).toEqual([true, 24, 1]);
      const moved = candidate.map((value, axis) => Math.expm1(strength * (value - problem.parameters[axis]!.start) / 4));
      for (const [axis, residual] of evaluation.residuals.slice(20).entries()) expect(Math.abs(residual - moved[axis]!)).toBeLessThan(1e-12);
      expect(evaluation.error ** 2 * 24).toBeCloseTo(evaluation.residuals.reduce((sum, value) => sum + value * value, 0), 9);
    }), { numRuns: 20 });
  });

  test('is a part of the compact model, with exact derivatives', async () => {
    const { problem, context } = open();
    const { logs, slopes, coverage } = modelLogRatios(problem, context.models.ofProblem(problem)!);
    expect(coverage).toBe(1);
    const unit = [0.3, 0.6, 0.2, 0.9];
    const [evaluation] = await context.simulate([unit.map((one) => 4 * one)]);
    const found = logs(unit)!;
    expect(evaluation!.ok && evaluation!.residuals.every((value, row) => Math.abs(value - Math.expm1(found[row]!)) < 1e-9)).toBe(true);
    const step = 1e-5;
    for (const axis of [0, 1, 2, 3]) {
      const [up, down] = [step, -step].map((move) => logs(unit.map((one, other) => (other === axis ? one + move : one)))!);
      for (const [row, slope] of slopes(unit).entries()) expect(Math.abs(slope[axis]! - (up![row]! - down![row]!) / (2 * step))).toBeLessThan(1e-5);
    }
  });

  test('is there at some points of curves, at some curves, and at the start', async () => {
    const { problem, context } = open();
    expect(problem.start.ok && problem.start.residuals.slice(20)).toEqual([0, 0, 0, 0]);
    const [part] = await context.simulate([[1, 1, 1, 1]], { curves: [problem.curves[0]!.id, problem.curves.at(-1)!.id], every: 2 });
    expect(part!.ok && part!.curves.map(({ simulated, every }) => [simulated[0]!.length, every])).toEqual([[6, 2], [2, 2]]);
    const [without] = await context.simulate([[1, 1, 1, 1]], { curves: [problem.curves[0]!.id] });
    expect(without!.ok && without!.curves).toHaveLength(1);
  });
});
