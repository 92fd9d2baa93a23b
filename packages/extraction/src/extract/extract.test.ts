import {
  EvospiceError, type Optimizer, type OptimizerContext, type PhysicsRule, type SimulationFailure, type TrajectoryPoint,
} from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { lineSession, lineTask } from '../line.fixture.ts';
import { extract, type ExtractRequest } from './extract.ts';

const task = lineTask();

function requestOf(optimize: Optimizer['optimize'], more: Partial<ExtractRequest> = {}): ExtractRequest {
  return { task, optimizer: { name: 'test', optimize }, session: lineSession(task), simulator: 'line', budget: 10, seed: 1, ...more };
}

const search = async (_: unknown, context: OptimizerContext): Promise<void> => {
  for (;;) await context.simulate([[0.1 + 2 * context.random.next(), 4 * context.random.next()]]);
};

describe('extract', () => {
  it('takes an exhausted budget as a normal end and reports the best full evaluation', async () => {
    const seen: TrajectoryPoint[] = [];
    const result = await extract(requestOf(search, { onEvaluation: (point) => seen.push(point) }));
    expect(result).toMatchObject({ task: 'line', optimizer: 'test', simulator: 'line', seed: 1, metric: 'relative', end: 'budget', budget: { allowed: 10, spent: 10 } });
    expect(result.trajectory).toHaveLength(10);
    expect(seen).toEqual(result.trajectory);
    // With all weights 1 the error of the trajectory is the training relative RMS.
    expect(result.final.train.relativeRms).toBe(Math.min(...result.trajectory.map((point) => point.error ?? Infinity)));
    expect(result.run).toEqual({ task: 'line', seed: 1, allowed: 10, startError: result.start.train.relativeRms, trajectory: result.trajectory });
    expect(result.final.train.relativeRms).toBeLessThan(result.start.train.relativeRms ?? 0);
    expect(result.final.validate?.relativeRms).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('gives one result for one seed, another for another', async () => {
    const first = await extract(requestOf(search));
    expect(await extract(requestOf(search))).toEqual(first);
    expect((await extract(requestOf(search, { seed: 2 }))).parameters).not.toEqual(first.parameters);
  });

  it('works out the start errors outside the budget', async () => {
    const result = await extract(requestOf(() => Promise.resolve()));
    // Start a = 5, b = 0 against 1 + 2x at x = 1..4 and 1..6.
    const residuals = [1, 2, 3, 4, 1, 2, 3, 4, 5, 6].map((x) => (5 - (1 + 2 * x)) / (1 + 2 * x));
    const expected = Math.sqrt(residuals.reduce((sum, residual) => sum + residual ** 2, 0) / 10);
    expect(result.start.train.relativeRms).toBeCloseTo(expected, 12);
    expect(result).toMatchObject({ end: 'completed', budget: { spent: 0 }, trajectory: [], parameters: { a: 5, b: 0 } });
    expect(result.final).toEqual(result.start);
  });

  it('keeps the start when nothing better was found', async () => {
    const result = await extract(requestOf(async (_, context) => { await context.simulate([[10, 10]]); }));
    expect(result.trajectory[0]?.error).toBeGreaterThan(result.run.startError);
    expect(result.parameters).toEqual({ a: 5, b: 0 });
    expect(result.final).toEqual(result.start);
  });

  it('does not take a partial evaluation for a result', async () => {
    const result = await extract(requestOf(async (_, context) => { await context.simulate([[1, 2]], { curves: ['curve-0'] }); }));
    expect(result.parameters).toEqual({ a: 5, b: 0 });
    expect(result.trajectory).toMatchObject([{ spent: 0.4, error: null, best: null }]);
  });

  it('lets stand what a failing optimizer had found', async () => {
    const failing = (error: unknown) => extract(requestOf(async (_, context) => {
      await context.simulate([[1, 2]]);
      throw error;
    }));
    expect(await failing(new TypeError('x is not a function'))).toMatchObject({
      end: 'failed', failure: { code: 'OPTIMIZER_ERROR', message: 'x is not a function' }, parameters: { a: 1, b: 2 }, final: { train: { relativeRms: 0 } },
    });
    expect(await failing(new EvospiceError('PROGRAM_DEADLINE', 'late'))).toMatchObject({ end: 'failed', failure: { code: 'PROGRAM_DEADLINE' } });
  });

  it('holds overlays of training and validation curves, before and after', async () => {
    const result = await extract(requestOf(async (_, context) => { await context.simulate([[1, 2]]); }));
    expect(result.fits.map((fit) => [fit.curve, fit.split, fit.column, fit.bias])).toEqual([
      ['curve-0', 'train', 'ia', { c: 0 }], ['curve-1', 'train', 'ia', { c: 0 }], ['curve-2', 'validate', 'ia', { c: 0 }],
    ]);
    expect(result.fits[2]).toMatchObject({ x: [1, 2, 3, 4, 5], measured: [3, 5, 7, 9, 11], before: [5, 5, 5, 5, 5], after: [3, 5, 7, 9, 11] });
    expect((await extract(requestOf(() => Promise.resolve(), { fits: false }))).fits).toEqual([]);
  });

  it('states no validation error where a validation curve fails, and leaves its overlay out', async () => {
    const fail = (_: number, __: number, curves: readonly string[]): SimulationFailure | undefined =>
      (curves.includes('curve-2') ? { code: 'NOT_CONVERGED', message: 'no', curve: 'curve-2' } : undefined);
    const result = await extract(requestOf(async (_, context) => { await context.simulate([[1, 2]]); }, { session: lineSession(task, { fail }) }));
    expect(result.final).toMatchObject({ train: { relativeRms: 0 }, validate: { relativeRms: null, logRms: null } });
    expect(result.fits[2]).toMatchObject({ before: null, after: null });
    expect((await extract(requestOf(() => Promise.resolve(), { task: { ...task, curves: task.curves.slice(0, 2) } }))).final.validate).toBeNull();
  });

  it('throws EXTRACTION_START when the starting card fails or has nothing to improve', async () => {
    const session = lineSession(task, { fail: (a) => (a === 5 ? { code: 'PARAMETER_REFUSED', message: 'a is fatal' } : undefined) });
    await expect(extract(requestOf(search, { session }))).rejects.toMatchObject({ code: 'EXTRACTION_START', received: { code: 'PARAMETER_REFUSED' } });
    const perfect = lineTask({ truth: { a: 5, b: 0 } });
    await expect(extract(requestOf(search, { task: perfect, session: lineSession(perfect) }))).rejects.toMatchObject({ code: 'EXTRACTION_START', received: 0 });
  });

  it('rejects with EXTRACTION_CANCELLED when the signal fires, even if the optimizer hides it', async () => {
    const controller = new AbortController();
    const onEvaluation = (): void => { controller.abort(new Error('enough')); };
    await expect(extract(requestOf(search, { signal: controller.signal, onEvaluation }))).rejects.toMatchObject({ code: 'EXTRACTION_CANCELLED' });
    const hiding: Optimizer['optimize'] = async (_, context) => { await context.simulate([[1, 1]]).catch(() => undefined); };
    await expect(extract(requestOf(hiding, { signal: controller.signal }))).rejects.toMatchObject({ code: 'EXTRACTION_CANCELLED', cause: { message: 'enough' } });
  });

  it('rejects when the simulator, not a candidate, fails', async () => {
    let calls = 0;
    const base = lineSession(task);
    const session = { ...base, simulate: (request: Parameters<typeof base.simulate>[0]) => { calls += 1; return calls > 2 ? Promise.reject(new Error('pipe closed')) : base.simulate(request); } };
    await expect(extract(requestOf(search, { session }))).rejects.toThrow('pipe closed');
  });

  it('shows physics findings to the optimizer', async () => {
    const rule: PhysicsRule = { name: 'rule', check: ({ curves }) => [{ rule: 'rule', severity: 'warning', message: `${curves?.length} curves` }] };
    let messages: readonly string[] = [];
    await extract(requestOf(async (_, context) => {
      const [evaluation] = await context.simulate([[1, 2]]);
      messages = evaluation?.ok === true ? evaluation.findings.map((finding) => finding.message) : [];
    }, { rules: [rule] }));
    expect(messages).toEqual(['2 curves']);
  });

  it('judges by its own copy of the problem', async () => {
    const result = await extract(requestOf(async (problem, context) => {
      for (const curve of problem.curves) for (const vector of curve.vectors) (vector.measured as number[]).fill(5);
      (problem.parameters as unknown[]).length = 1;
      await context.simulate([[5, 0]]);
    }));
    expect(result.trajectory[0]?.error).toBe(result.run.startError);
  });

  it('brings down the error it is told to', async () => {
    const result = await extract(requestOf(search, { metric: 'log' }));
    expect(result.metric).toBe('log');
    expect(result.run.startError).toBe(result.start.train.logRms);
  });
});
