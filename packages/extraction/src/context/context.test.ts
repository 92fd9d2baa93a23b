import { noCompactModels, type SimulationOutcome } from '@evospice/contracts';
import { createRandom, toolbox } from '@evospice/toolbox';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BudgetMeter } from '../budget/budget-meter.ts';
import { lineSession, lineTask, type LineSession } from '../line.fixture.ts';
import { createProblem } from '../problem/create-problem.ts';
import { TrajectoryRecorder } from '../trajectory/trajectory-recorder.ts';
import { createContext } from './create-context.ts';

function setUp(budget: number, session?: LineSession, signal = new AbortController().signal) {
  const task = lineTask();
  const problem = createProblem(task);
  const recorder = new TrajectoryRecorder(problem);
  const used = session ?? lineSession(task);
  const host = createContext({ problem, session: used, budget: new BudgetMeter(problem, budget), recorder, random: createRandom(1), toolbox, signal, models: noCompactModels });
  return { host, context: host.context, recorder, session: used };
}

describe('optimizer context', () => {
  it('simulates what the budget can pay and fails the rest uncharged', async () => {
    const { context, recorder, session } = setUp(2);
    const evaluations = await context.simulate([[1, 2], [1, 3], [1, 4]]);
    expect(evaluations.map((one) => (one.ok ? one.full : one.failure.code))).toEqual([true, true, 'OUT_OF_BUDGET']);
    expect(evaluations[0]).toMatchObject({ error: 0 });
    expect(context.budget).toEqual({ allowed: 2, spent: 2, remaining: 0 });
    expect(recorder.points).toHaveLength(2);
    expect(session.simulated).toHaveLength(2);
    await expect(context.simulate([[1, 2]])).rejects.toMatchObject({ code: 'BUDGET_EXHAUSTED' });
    expect(session.simulated).toHaveLength(2);
  });

  it('simulates training curves only, charges a subset its share, and each candidate however often it comes', async () => {
    const { context, session } = setUp(5);
    await context.simulate([[1, 2], [1, 2]], { curves: ['curve-1', 'curve-1'] });
    expect(session.simulated).toEqual([['curve-1'], ['curve-1']]);
    expect(context.budget.spent).toBeCloseTo(1.2, 12);
    await context.simulate([[1, 2]]);
    expect(session.simulated[2]).toEqual(['curve-0', 'curve-1']);
  });

  it('clips to the bounds, and sees the values of the moment of the call', async () => {
    const { context, recorder } = setUp(5);
    const candidate = [1, 99];
    const pending = context.simulate([candidate]);
    candidate[0] = 7;
    await pending;
    expect(recorder.best?.candidate).toEqual([1, 10]);
  });

  it('refuses requests that make no sense, uncharged', async () => {
    const { context } = setUp(5);
    const refused = { code: 'EXTRACTION_REQUEST' };
    await expect(context.simulate([[1]])).rejects.toMatchObject(refused);
    await expect(context.simulate([[1, Number.NaN]])).rejects.toMatchObject(refused);
    await expect(context.simulate([[1, 2]], { curves: ['curve-2'] })).rejects.toMatchObject(refused);
    await expect(context.simulate([[1, 2]], { curves: [] })).rejects.toMatchObject(refused);
    await expect(context.simulate([1, 2] as unknown as number[][])).rejects.toMatchObject(refused);
    expect(await context.simulate([])).toEqual([]);
    expect(context.budget.spent).toBe(0);
  });

  it('charges and records failed simulations', async () => {
    const task = lineTask();
    const session = lineSession(task, { fail: (_, b) => (b < 0 ? { code: 'NOT_CONVERGED', message: 'no' } : undefined) });
    const { context, recorder } = setUp(5, session);
    const evaluations = await context.simulate([[1, -1], [1, 1]]);
    expect(evaluations.map((one) => one.ok)).toEqual([false, true]);
    expect(recorder.points.map((point) => [point.spent, point.failure])).toEqual([[1, 'NOT_CONVERGED'], [2, undefined]]);
  });

  it('serves overlapping requests in order of their calls', async () => {
    const { context, recorder } = setUp(10);
    const first = context.simulate([[1, 9], [1, 8]]);
    const second = context.simulate([[1, 7]]);
    await Promise.all([second, first]);
    // b from 9 to 7 brings the error down, and the position along b with it.
    expect(recorder.points.map((point) => point.position?.[1])).toEqual([0.95, 0.9, 0.85]);
  });

  it('never over-spends under any mixture of requests', async () => {
    const requests = fc.array(fc.record({ count: fc.integer({ min: 0, max: 5 }), curves: fc.constantFrom(undefined, ['curve-0'], ['curve-1']) }), { maxLength: 12 });
    await fc.assert(fc.asyncProperty(requests, fc.integer({ min: 1, max: 6 }), async (list, budget) => {
      const { context, recorder, session } = setUp(budget);
      for (const { count, curves } of list) {
        const candidates = Array.from({ length: count }, () => [1, 1]);
        // Refused when it can pay none of them: the search goes on to a cheaper request.
        await context.simulate(candidates, curves === undefined ? {} : { curves }).catch((error: unknown) => { expect(error).toMatchObject({ code: 'BUDGET_EXHAUSTED' }); });
      }
      const points = session.simulated.flat().reduce((sum, id) => sum + (id === 'curve-0' ? 4 : 6), 0);
      expect(context.budget.spent).toBeCloseTo(points / 10, 12);
      expect(context.budget.spent).toBeLessThanOrEqual(budget);
      expect(recorder.points).toHaveLength(session.simulated.length);
    }), { numRuns: 50 });
  });

  it('is closed after its end, and a promise nobody awaits does no harm', async () => {
    const { host, context, recorder } = setUp(5);
    const underWay = context.simulate([[1, 1]]);
    await Promise.resolve();
    await host.close();
    await underWay.catch(() => undefined);
    void context.simulate([[1, 1]]);
    await expect(context.simulate([[1, 1]])).rejects.toMatchObject({ code: 'EXTRACTION_CLOSED' });
    expect(recorder.points.length).toBeLessThanOrEqual(1);
  });

  it('gives the driver a defect of the simulator even if the optimizer hides it', async () => {
    const session = lineSession(lineTask(), { answer: (): readonly SimulationOutcome[] => [] });
    const { host, context } = setUp(5, session);
    await context.simulate([[1, 1]]).catch(() => undefined);
    await expect(host.close()).rejects.toMatchObject({ code: 'EXTRACTION_SIMULATOR' });
  });

  it('bounds what it logs', () => {
    const { host, context } = setUp(1);
    for (let line = 0; line < 1500; line += 1) context.log('x'.repeat(5000));
    expect(host.log()).toHaveLength(1001);
    expect(host.log()[0]).toHaveLength(1001);
    expect(host.log().at(-1)).toBe('(500 further lines were dropped)');
  });
});

describe('parts of the problem', () => {
  it('simulates every k-th point at its share, with its residuals by curve, and never in full', async () => {
    const { context, recorder } = setUp(5);
    const [evaluation] = await context.simulate([[1, 3]], { every: 2 });
    // Points 0 and 2 of four, 0, 2 and 4 of six: 5 of the 10 points of a full suite.
    expect(context.budget.spent).toBeCloseTo(0.5, 12);
    expect(evaluation).toMatchObject({ ok: true, full: false, curves: [{ every: 2, simulated: [[4, 10]] }, { every: 2, simulated: [[4, 10, 16]] }] });
    if (evaluation?.ok !== true) throw new Error('failed');
    expect(evaluation.curves[0]!.residuals.relative).toEqual([1 / 3, 3 / 7]);
    expect(evaluation.residuals).toEqual(evaluation.curves.flatMap(({ residuals }) => residuals.relative));
    expect(toolbox.rms(evaluation.curves[1]!.residuals.log)).toBeCloseTo(evaluation.curves[1]!.logRms, 12);
    expect(recorder.best).toBeNull();
    for (const every of [0, 1.5, Number.NaN, '2' as unknown as number]) {
      await expect(context.simulate([[1, 2]], { every })).rejects.toMatchObject({ code: 'EXTRACTION_REQUEST' });
    }
    await context.simulate([[1, 2]], { every: 1 });
    expect(recorder.best).toMatchObject({ error: 0 });
    expect(context.budget.spent).toBeCloseTo(1.5, 12);
  });

  it('leaves curves without a scored point out, unless they are asked for', async () => {
    const task = lineTask();
    const [first, second, third] = task.curves;
    const dark = { ...first!, measured: first!.measured.map((vector) => ({ ...vector, floor: 1e9 })) };
    const session = lineSession(task);
    const problem = createProblem({ ...task, curves: [dark, second!, third!] });
    expect(problem.curves.map(({ id, budgetShare, residuals }) => [id, budgetShare, residuals])).toEqual([['curve-1', 1, 6], ['curve-0', 4 / 6, 0]]);
    const { context } = createContext({
      problem, session, budget: new BudgetMeter(problem, 5), recorder: new TrajectoryRecorder(problem), random: createRandom(1), toolbox, models: noCompactModels,
      signal: new AbortController().signal,
    });
    const [whole] = await context.simulate([[1, 3]]);
    expect(whole).toMatchObject({ full: true, curves: [{ id: 'curve-1' }] });
    expect(context.budget.spent).toBe(1);
    const [alone] = await context.simulate([[1, 3]], { curves: ['curve-0'] });
    expect(alone).toMatchObject({ full: false, error: 0, residuals: [], curves: [{ id: 'curve-0', relativeRms: 0, simulated: [[4, 7, 10, 13]] }] });
    expect(context.budget.spent).toBeCloseTo(1 + 4 / 6, 12);
    const [both] = await context.simulate([[1, 3]], { curves: ['curve-0', 'curve-1'] });
    expect(both).toMatchObject({ full: true });
    expect(session.simulated).toEqual([['curve-1'], ['curve-0'], ['curve-0', 'curve-1']]);
  });
});
