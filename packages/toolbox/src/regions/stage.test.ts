import type { Evaluation, ExtractionProblem, OptimizerContext, ProblemCurve, SimulateOptions } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { rms } from '../statistics/statistics.ts';
import { stageOf, type Stage, type StageRequest } from './stage.ts';

const x = [1, 2, 3, 4];
const weights = [1, 4];
/** y = a x + b on the first curve, c x on the second, of weight 4; measured with a = 1, b = 0, c = 2. */
const formula = (curve: number, [a, b, c]: readonly number[]): number[] => x.map((at) => (curve === 0 ? a! * at + b! : c! * at));
const curves = [0, 1].map((index): ProblemCurve => ({
  id: `curve ${index}`, kind: 'iv', instance: 'one', geometry: {}, temperatureC: 27, sweep: 'x', x, drives: {}, weight: weights[index]!, budgetShare: 0.5, residuals: 4,
  vectors: [{ kind: 'i', node: 'a', floor: 1e-9, measured: formula(index, [1, 0, 2]), scored: [0, 1, 2, 3] }],
}));

function evaluate(candidate: readonly number[], { curves: wanted, every = 1 }: SimulateOptions = {}): Evaluation & { ok: true } {
  const parts = curves.flatMap(({ id, vectors: [vector] }, index) => {
    if (wanted?.includes(id) === false) return [];
    const kept = (_: number, point: number): boolean => point % every === 0;
    const simulated = formula(index, candidate).filter(kept);
    const measured = vector!.measured.filter(kept);
    const residuals = { relative: simulated.map((value, k) => value / measured[k]! - 1), log: simulated.map((value, k) => Math.log10(value / measured[k]!)) };
    return [{ index, curve: { id, relativeRms: rms(residuals.relative), logRms: rms(residuals.log), residuals, simulated: [simulated], ...(every === 1 ? {} : { every }) } }];
  });
  const pooled = (kind: 'relative' | 'log', root: (index: number) => number) => parts.flatMap(({ index, curve }) => curve.residuals[kind].map((value) => root(index) * value));
  const weighted = (index: number): number => Math.sqrt(weights[index]!);
  const residuals = pooled('relative', weighted);
  return {
    ok: true, full: every === 1 && parts.length === 2, error: rms(residuals), relativeRms: rms(pooled('relative', () => 1)), logRms: rms(pooled('log', () => 1)),
    residuals, relativeResiduals: residuals, logResiduals: pooled('log', weighted), curves: parts.map(({ curve }) => curve), findings: [],
  };
}

const at = [2, 0, 3];
const problem: ExtractionProblem = {
  task: 'lines', device: { kind: 'diode' }, modelFamily: 'lines', model: { type: 'line', values: { a: 2, b: 0, c: 3 } }, curves, metric: 'relative', constraints: ['a < 5'],
  parameters: ['a', 'b', 'c'].map((name, index) => ({ name, lower: 0, upper: 10, start: at[index]!, scale: 'lin' })), start: evaluate(at),
};

function open(request: Partial<StageRequest> = {}): { stage: Stage; asked: { candidates: readonly (readonly number[])[]; options: SimulateOptions | undefined }[] } {
  const asked: { candidates: readonly (readonly number[])[]; options: SimulateOptions | undefined }[] = [];
  let spent = 0;
  const context = {
    async simulate(candidates, options) {
      asked.push({ candidates, options });
      spent += 0.5 * (options?.curves?.length ?? 2) * candidates.length;
      return candidates.map((candidate) => evaluate(candidate, options));
    },
    get budget() {
      return { allowed: 100, spent, remaining: 100 - spent };
    },
    differentiate: (candidate) => {
      const rows = [...x.map((value) => [1, 1 / value, 0]), ...x.map(() => [0, 0, candidate[2]! > 9 ? 9 : 1])].map((row) => Float64Array.from(row));
      return { relative: rows, log: rows };
    },
    log: () => undefined,
  } as Partial<OptimizerContext> as OptimizerContext;
  return { stage: stageOf(problem, context, { parameters: [0], points: [[[1, 3]], [[]]], at, evaluation: evaluate(at), units: 2, ...request }), asked };
}

describe('a stage of a problem', () => {
  test('has the parameters that move, the points that count and their curves alone', () => {
    const { problem: part } = open().stage;
    expect(part.parameters.map(({ name }) => name)).toEqual(['a']);
    expect(part.curves.map(({ id, residuals, budgetShare, vectors }) => [id, residuals, budgetShare, vectors[0]!.scored])).toEqual([['curve 0', 2, 1, [1, 3]]]);
    expect(part.start).toMatchObject({ ok: true, full: true, error: 1, residuals: [1, 1] });
    expect(part.constraints).toBeUndefined();
  });

  test('simulates candidates of the whole problem on its curves, and scores the points that count', async () => {
    const { stage, asked } = open();
    const [evaluation] = await stage.context.simulate([[1.5]]);
    expect(asked).toEqual([{ candidates: [[1.5, 0, 3]], options: { curves: ['curve 0'] } }]);
    expect(evaluation).toMatchObject({ ok: true, full: true, residuals: [0.5, 0.5], curves: [{ id: 'curve 0', residuals: { relative: [0.5, 0.5] } }] });
    expect(stage.best).toEqual({ candidate: [1.5, 0, 3], error: 0.5 });
    // Of the points 0, 2, … none counts; an evaluation of a part is never the best.
    expect(await stage.context.simulate([[1]], { every: 3 })).toMatchObject([{ full: false, residuals: [0] }]);
    expect(stage.best.error).toBe(0.5);
  });

  test('counts its budget in simulations of its curves, and pays no more than its part', async () => {
    const { stage: { context } } = open();
    expect(context.budget).toMatchObject({ allowed: 4, remaining: 4 });
    const evaluations = await context.simulate([[1], [2], [3], [4], [5]]);
    expect(evaluations.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(evaluations[4]).toMatchObject({ failure: { code: 'OUT_OF_BUDGET' } });
    expect(context.budget.remaining).toBe(0);
    await expect(context.simulate([[1]])).rejects.toMatchObject({ code: 'BUDGET_EXHAUSTED' });
  });

  test('keeps weights of curves, and hands on what was simulated in full', async () => {
    const { stage } = open({ parameters: [1, 2], points: [[[0]], [[0, 2]]] });
    const [evaluation] = await stage.context.simulate([[0, 2.2]]);
    // a is 2 as before; (1, 0.2, 0.2) times roots of the weights.
    expect(evaluation!.ok && evaluation!.residuals.map((value) => Number(value.toFixed(12)))).toEqual([1, 0.2, 0.2]);
    expect(stage.best.evaluation?.full).toBe(true);
  });

  test('restricts exact derivatives to its points and parameters', () => {
    const rows = open({ parameters: [1, 2], points: [[[1, 3]], [[2]]] }).stage.context.differentiate!([0, 3])!;
    expect(rows.relative.map((row) => [...row])).toEqual([[0.5, 0], [0.25, 0], [0, 1]]);
  });

  test('is refused without parameters or points', () => {
    expect(() => open({ parameters: [] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => open({ points: [[[]], [[]]] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
