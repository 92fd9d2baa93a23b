import type { Optimizer, OptimizerContext, Task } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { lineSession, lineTask } from '../line.fixture.ts';
import { extract, type ExtractRequest } from './extract.ts';

const task = lineTask();

function requestOf(optimize: Optimizer['optimize'], more: Partial<ExtractRequest> = {}): ExtractRequest {
  return { task, optimizer: { name: 'test', optimize }, session: lineSession(more.task ?? task), simulator: 'line', budget: 10, seed: 1, diagnosis: true, ...more };
}

const trying = (...candidates: readonly number[][]): Optimizer['optimize'] => async (_, context) => { await context.simulate(candidates); };

describe('what an extraction says of its result', () => {
  it('names parameters at a bound', async () => {
    const { diagnosis } = await extract(requestOf(trying([0.1, 2])));
    expect(diagnosis?.atBounds).toEqual([{ name: 'a', bound: 'lower', value: 0.1 }]);
    expect(diagnosis?.withoutEffect).toEqual([]);
  });

  it('finds by simulation that a parameter has no effect', async () => {
    const dead: Task = { ...task, tunables: [...task.tunables, { name: 'kf', lower: 0, upper: 1, start: 0.2, scale: 'lin' }] };
    const session = lineSession(task);
    const { diagnosis } = await extract(requestOf(trying([1, 2.1, 0.2]), { task: dead, session }));
    expect(diagnosis?.withoutEffect?.map(({ name }) => name)).toEqual(['kf']);
    expect(diagnosis?.withoutEffect?.[0]?.tried.map((value) => Number(value.toPrecision(12)))).toEqual([0.1, 0.6]);
  });

  it('takes a candidate that fails for an effect', async () => {
    const session = lineSession(task, { fail: (_, b) => (b > 3 ? { code: 'NOT_CONVERGED', message: 'no' } : undefined) });
    expect((await extract(requestOf(trying([1, 2.1]), { session }))).diagnosis?.withoutEffect).toEqual([]);
  });

  it('tells curves and points by their part of the error', async () => {
    const { diagnosis, fits } = await extract(requestOf(trying([1.5, 2])));
    // 0.5 too much everywhere: the point at x = 1, where 3 was measured, is the worst of both curves.
    const errors = (points: number): number => Array.from({ length: points }, (_, index) => (0.5 / (1 + 2 * (index + 1))) ** 2).reduce((sum, one) => sum + one, 0);
    const total = errors(4) + errors(6);
    expect(diagnosis?.curves.map(({ id, share, points }) => [id, Number(share?.toFixed(9)), points])).toEqual([
      ['curve-0', Number((errors(4) / total).toFixed(9)), 4], ['curve-1', Number((errors(6) / total).toFixed(9)), 6], ['curve-2', 1, 5],
    ]);
    expect(diagnosis?.points).toHaveLength(10);
    expect(diagnosis?.points[0]).toMatchObject({ curve: 'curve-0', x: 1, measured: 3, simulated: 3.5, column: 'ia', sweep: 'va' });
    expect(diagnosis?.points.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(fits).toHaveLength(3);
  });

  it('says where simulated and measured values have opposite signs', async () => {
    const { diagnosis } = await extract(requestOf(trying([0.1, -0.2]), { task: lineTask({ truth: { a: 0.4, b: 0.05 } }) }));
    expect(diagnosis?.oppositeSigns).toEqual([
      { curve: 'curve-0', column: 'ia', points: 4, of: 4 }, { curve: 'curve-1', column: 'ia', points: 6, of: 6 }, { curve: 'curve-2', column: 'ia', points: 5, of: 5 },
    ]);
  });

  it.each([
    ['at its point', { point: 2 }, 'v(a) = 3 V'], ['over the sweep where its point is not known', {}, 'v(a) from 1 to 6 V'],
  ])('names curve and bias of a start that fails, %s', async (_, place, bias) => {
    const session = lineSession(task, { fail: () => ({ code: 'NOT_CONVERGED', message: 'too many iterations', curve: 'curve-1', ...place }) });
    await expect(extract(requestOf(trying(), { session }))).rejects.toThrow(`too many iterations (curve curve-1: ${bias}, v(c) = 0 V, 27 degrees Celsius)`);
  });

  it('says that the logarithms got worse while the relative error got better', async () => {
    // The start is 0.6 of what was measured too high everywhere, the result 0.55 too low: closer as a fraction, further as a ratio.
    const flat = lineTask({ truth: { a: 3.125, b: 0 } });
    const { diagnosis } = await extract(requestOf(trying([3.125 * 0.45, 0]), { task: flat }));
    expect(diagnosis?.worse.map(({ split, metric }) => `${split} ${metric}`)).toEqual(['train log', 'validate log']);
  });

  it('says that points without a voltage across the device make most of the error', async () => {
    const shifted: Task = { ...task, curves: task.curves.map((curve) => ({ ...curve, drives: [{ terminal: 'a', quantity: 'v', values: curve.x.map((x) => x - 1) }, curve.drives[1]!] })) };
    const { diagnosis } = await extract(requestOf(trying([4, 1.25]), { task: shifted }));
    // Relative residuals 2.25/3, 1.5/5, 0.75/7, 0 and, in the longer curve, -0.75/11, -1.5/13; the first point of both curves has v(a) = v(c).
    const [first, rest] = [2 * 0.75 ** 2, 2 * (0.3 ** 2 + (0.75 / 7) ** 2) + (0.75 / 11) ** 2 + (1.5 / 13) ** 2];
    expect(diagnosis?.zeroBias).toMatchObject({ ends: ['a', 'c'], points: 2, curve: 'curve-0' });
    expect(diagnosis?.zeroBias?.share).toBeCloseTo(first / (first + rest), 12);
    expect((await extract(requestOf(trying([4, 1.25])))).diagnosis?.zeroBias).toBeNull();
  });

  it('says nothing unless asked', async () => {
    expect((await extract(requestOf(trying([1, 2.1]), { diagnosis: false }))).diagnosis).toBeUndefined();
  });
});

describe('an extraction that is interrupted', () => {
  const endless = async (_: unknown, context: OptimizerContext): Promise<void> => {
    for (;;) await context.simulate([[0.1 + 2 * context.random.next(), 4 * context.random.next()]]);
  };

  it('gives the best until then, without further simulations', async () => {
    const stop = new AbortController();
    let count = 0;
    const onEvaluation = (): void => { if (++count === 4) stop.abort(); };
    const result = await extract(requestOf(endless, { budget: 1000, stop: stop.signal, onEvaluation }));
    expect(result).toMatchObject({ end: 'interrupted', budget: { spent: 4 } });
    expect(result.final.train.relativeRms).toBe(Math.min(...result.trajectory.map(({ error }) => error ?? Infinity)));
    expect(result.diagnosis?.curves).toHaveLength(3);
    expect(result.diagnosis?.withoutEffect).toBeUndefined();
  });

  it('does not wait for an optimizer that does not look at its signal', async () => {
    const stop = new AbortController();
    const deaf: Optimizer['optimize'] = async (_, context) => {
      await context.simulate([[1, 2.1]]);
      stop.abort();
      await new Promise(() => undefined);
    };
    expect(await extract(requestOf(deaf, { stop: stop.signal }))).toMatchObject({ end: 'interrupted', parameters: { a: 1, b: 2.1 } });
  });
});
