import { describe, expect, it } from 'vitest';
import { createProblem } from '../problem/create-problem.ts';
import { lineTask } from '../line.fixture.ts';
import { evaluationOf } from './evaluate.ts';
import { logResidual, relativeResidual, rootMeanSquare, scoredIndices } from './residuals.ts';
import { curveResiduals, poolErrors } from './curve-residuals.ts';

const vector = { floor: 1e-9, measured: [-1e-6, 5e-10, 1e-9, 0, 2e-6], scored: [0, 2, 4] } as const;

describe('residuals', () => {
  it('scores points whose magnitude is at or above the floor, and no voltages', () => {
    const measured = { values: Float64Array.from(vector.measured), floor: vector.floor };
    expect(scoredIndices({ kind: 'i', ...measured })).toEqual([0, 2, 4]);
    expect(scoredIndices({ kind: 'v', ...measured })).toEqual([]);
    expect(scoredIndices({ kind: 'i', ...measured, weights: Float64Array.of(0.5, 1, 0, 1, 2) })).toEqual([0, 4]);
  });

  it('takes relative residuals of |measured|, so that an overestimate of a negative current is negative', () => {
    expect(relativeResidual(-2e-6, -1e-6)).toBeCloseTo(-1, 12);
    expect(relativeResidual(3, 2)).toBe(0.5);
  });

  it('clamps the simulated value at the floor in the log residual', () => {
    expect(logResidual(0, 1e-6, 1e-9)).toBeCloseTo(-3, 12);
    expect(logResidual(-1e-4, 1e-6, 1e-9)).toBeCloseTo(2, 12);
  });

  it('pools over points, not over curves', () => {
    // One curve of one point with residual 1, one of three points with residual 0: rms = sqrt(1/4).
    const curve = (id: string, count: number) => ({ id, weight: 1, vectors: [{ floor: 0.1, measured: Array.from({ length: count }, () => 1), scored: Array.from({ length: count }, (_, point) => point) }] });
    const one = curveResiduals(curve('one', 1), { curve: 'one', vectors: [Float64Array.of(2)] });
    const three = curveResiduals(curve('three', 3), { curve: 'three', vectors: [Float64Array.of(1, 1, 1)] });
    expect(poolErrors([one, three].flatMap((residuals) => residuals ?? []))).toMatchObject({ scored: 4, relativeRms: 0.5 });
    expect(poolErrors([])).toEqual({ scored: 0, relativeRms: null, logRms: null });
    expect(rootMeanSquare([])).toBeNull();
  });

  it('names the curve when a simulator returns vectors of another length', () => {
    expect(() => curveResiduals({ id: 'x', weight: 1, vectors: [vector] }, { curve: 'x', vectors: [Float64Array.of(1)] }))
      .toThrow(expect.objectContaining({ code: 'EXTRACTION_SIMULATOR', message: expect.stringContaining('curve x') }));
  });
});

describe('evaluation', () => {
  const task = lineTask({ points: [2, 2, 1], weights: [4, 1, 1], truth: { a: 1, b: 0 } });
  const problem = createProblem(task);
  const outcome = (first: number, second: number) => ({
    ok: true, curves: [
      { curve: 'curve-0', vectors: [Float64Array.of(first, first)] },
      { curve: 'curve-1', vectors: [Float64Array.of(second, second)] },
    ],
  }) as const;

  it('weights residuals by the root of the weight, and leaves the published errors without', () => {
    const evaluation = evaluationOf(problem, problem, outcome(2, 4));
    // Residuals 1, 1 (weight 4) and 3, 3: weighted rms = sqrt((4+4+9+9)/4), plain rms = sqrt((1+1+9+9)/4).
    expect(evaluation).toMatchObject({ ok: true, full: true, residuals: [2, 2, 3, 3], error: Math.sqrt(26 / 4), relativeRms: Math.sqrt(20 / 4) });
    expect(evaluation.ok && evaluation.logRms).toBeCloseTo(Math.log10(2) * Math.sqrt((1 + 1 + 4 + 4) / 4), 12);
    expect(evaluation.ok && evaluation.curves.map((curve) => curve.relativeRms)).toEqual([1, 3]);
  });

  it('weights points beside curves, at every k-th point too', () => {
    const [first, ...others] = task.curves;
    const weights = Float64Array.of(9, 0.25);
    const pointed = createProblem({ ...task, curves: [{ ...first!, measured: first!.measured.map((one) => ({ ...one, weights })) }, ...others] });
    const evaluation = evaluationOf(pointed, pointed, outcome(2, 4));
    // Residuals 1, 1 with weights 4 * 9 and 4 / 4, and 3, 3: rms = sqrt((36 + 1 + 9 + 9) / 4).
    expect(evaluation).toMatchObject({ ok: true, residuals: [6, 1, 3, 3], error: Math.sqrt(55 / 4), relativeRms: Math.sqrt(20 / 4) });
    expect(evaluationOf(pointed, { curves: pointed.curves, every: 2 }, { ok: true, curves: [{ curve: 'curve-0', vectors: [Float64Array.of(2)] }, { curve: 'curve-1', vectors: [Float64Array.of(4)] }] }))
      .toMatchObject({ ok: true, residuals: [6, 3] });
  });

  it('takes the log residuals for the log metric', () => {
    const log = createProblem(task, { metric: 'log' });
    const evaluation = evaluationOf(log, log, outcome(10, 100));
    expect(evaluation.ok && evaluation.residuals).toEqual(evaluation.ok && evaluation.logResiduals);
    expect(evaluation.ok && evaluation.error).toBeCloseTo(Math.sqrt((4 * (1 + 1) + 4 + 4) / 4), 12);
  });

  it('fails with NON_FINITE for NaN, infinity and an error that overflows', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e200]) {
      expect(evaluationOf(problem, problem, outcome(1, value))).toMatchObject({ ok: false, failure: { code: 'NON_FINITE' } });
    }
  });

  it('is not full when some curves were left out', () => {
    const [, second] = problem.curves;
    expect(evaluationOf(problem, { curves: second === undefined ? [] : [second] }, outcome(1, 2))).toMatchObject({ ok: true, full: false, residuals: [1, 1] });
  });
});
