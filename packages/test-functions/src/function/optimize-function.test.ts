import { EvospiceError, type Evaluation, type Optimizer } from '@evospice/contracts';
import { startCandidate } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { rosenbrock, sphere } from '../classic/smooth.ts';
import { spiceOpusCase } from '../classic/spice-opus-case.ts';
import { optimizeFunction } from './optimize-function.ts';
import { seededShift, shifted } from './shifted.ts';

/** Evaluates the start and then the list, one batch each. */
function script(batches: readonly (readonly (readonly number[])[])[], seen: (readonly Evaluation[])[] = []): Optimizer {
  return {
    name: 'script',
    async optimize(problem, context) {
      seen.push(await context.simulate([startCandidate(problem.parameters)]));
      for (const batch of batches) seen.push(await context.simulate(batch));
    },
  };
}

describe('optimizeFunction', () => {
  test('counts evaluations, the first of each target, and the best point', async () => {
    const run = await optimizeFunction(script([[[2, 0], [0.5, 0]], [[3, 3], [0.1, 0]]]), sphere(2), { budget: 100, seed: 1, start: [4, 4], targets: [5, 0.3, 1e-9] });
    expect(run).toEqual({ evaluations: 5, best: 0.1 ** 2, bestPoint: [0.1, 0], reached: [2, 3, null], end: 'completed' });
  });

  test('ends in the middle of a batch with the hardest target, and refuses every later call', async () => {
    const codes: unknown[] = [];
    const stubborn: Optimizer = {
      name: 'stubborn',
      async optimize(_, context) {
        for (let turn = 0; turn < 3; turn++) {
          await context.simulate([[1, 0], [0.1, 0], [0, 0]]).catch((error: unknown) => { codes.push(EvospiceError.is(error) && error.code); });
        }
      },
    };
    const run = await optimizeFunction(stubborn, sphere(2), { budget: 100, seed: 1, targets: [0.1] });
    expect(run).toMatchObject({ evaluations: 2, reached: [2], end: 'target' });
    expect(codes).toEqual(['EXTRACTION_CANCELLED', 'EXTRACTION_CANCELLED', 'EXTRACTION_CANCELLED']);
  });

  test('pays what the budget can pay, and ends', async () => {
    const seen: (readonly Evaluation[])[] = [];
    const run = await optimizeFunction(script([[[1, 1], [2, 2], [3, 3]], [[0, 0]]], seen), sphere(2), { budget: 3, seed: 1, start: [4, 4] });
    expect(run).toMatchObject({ evaluations: 3, best: 2, end: 'budget' });
    expect(seen[1]!.map((evaluation) => evaluation.ok)).toEqual([true, true, false]);
    expect(seen[1]![2]).toMatchObject({ failure: { code: 'OUT_OF_BUDGET' } });
  });

  test('clips to the box, and shows f - f* as either error and as the residual', async () => {
    const seen: (readonly Evaluation[])[] = [];
    const moved = shifted(sphere(2), [1, 1]);
    await optimizeFunction(script([[[9, -9]]], seen), moved, { budget: 10, seed: 1 });
    expect(seen[1]![0]).toMatchObject({ ok: true, full: true, error: 16 + 36, relativeRms: 52, logRms: 52, residuals: [52] });
  });

  test('shows the residuals of a sum of squares, and still counts f - f*', async () => {
    const seen: (readonly Evaluation[])[] = [];
    const optimizer: Optimizer = {
      name: 'looking',
      async optimize(problem, context) {
        expect(problem.curves[0]).toMatchObject({ residuals: 2, x: [0, 1], vectors: [{ measured: [1, 1] }] });
        await script([[[0.5, 0.5]]], seen).optimize(problem, context);
      },
    };
    const run = await optimizeFunction(optimizer, rosenbrock(2), { budget: 10, seed: 1, shown: 'residuals', targets: [30, 7] });
    // Residuals of Rosenbrock's function: 10 (y - x^2) and 1 - x; 24.2 at its start (-1.2, 1), 6.5 at (1/2, 1/2).
    expect(seen[0]![0]).toMatchObject({ residuals: [expect.closeTo(-4.4, 12), expect.closeTo(2.2, 12)], error: expect.closeTo(Math.sqrt(24.2 / 2), 12) });
    expect(seen[1]).toBeUndefined();
    expect(run).toMatchObject({ best: 6.5, reached: [1, 2], end: 'target' });
    await expect(optimizeFunction(optimizer, sphere(2), { budget: 10, seed: 1, shown: 'residuals' })).rejects.toMatchObject({ code: 'TEST_FUNCTION_OPTIONS' });
  });

  test('charges points that violate a constraint', async () => {
    const seen: (readonly Evaluation[])[] = [];
    const run = await optimizeFunction(script([[[5, 5], [2, 2]]], seen), spiceOpusCase(), { budget: 10, seed: 1 });
    expect(seen[1]![0]).toMatchObject({ ok: false, failure: { code: 'CONSTRAINT_VIOLATED' } });
    expect(run.evaluations).toBe(3);
    expect(run.best).toBeLessThan(1e-6);
  });

  test('one seed, one start; none where a constraint is violated', async () => {
    const startOf = async (seed: number): Promise<readonly number[]> => (await optimizeFunction(script([]), spiceOpusCase(), { budget: 1, seed, start: 'random' })).bestPoint!;
    expect(await startOf(3)).toEqual(await startOf(3));
    expect(await startOf(3)).not.toEqual(await startOf(4));
    for (let seed = 0; seed < 50; seed++) expect(spiceOpusCase().feasible!(await startOf(seed))).toBe(true);
  });

  test('tells a failure from an end, and a malformed candidate from a bad one', async () => {
    const broken: Optimizer = { name: 'broken', optimize: () => Promise.reject(new TypeError('a defect')) };
    expect(await optimizeFunction(broken, sphere(2), { budget: 5, seed: 1 })).toMatchObject({ end: 'failed', evaluations: 0, best: Infinity, bestPoint: null, failure: { message: 'a defect' } });
    expect(await optimizeFunction(script([[[1]]]), sphere(2), { budget: 5, seed: 1 })).toMatchObject({ end: 'failed', failure: { code: 'EXTRACTION_REQUEST' } });
    expect(await optimizeFunction(script([[[1, Number.NaN]]]), sphere(2), { budget: 5, seed: 1 })).toMatchObject({ end: 'failed' });
  });
});

test('a shift moves the minimum and nothing else', () => {
  const shift = seededShift(3, 7, 2);
  expect(shift.every((value) => Math.abs(value) <= 2)).toBe(true);
  expect(seededShift(3, 7, 2)).toEqual(shift);
  const moved = shifted(rosenbrock(3), shift);
  expect(moved.minimum.points).toEqual([shift.map((value) => 1 + value)]);
  expect(moved.evaluate(moved.minimum.points![0]!)).toBeLessThan(1e-24);
  expect(moved.lower).toEqual([-5, -5, -5]);
  expect(() => shifted(sphere(2), [1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
});
