import type { Testbench } from '@evospice/contracts';
import { NumberCard } from '@evospice/testbench';
import { analyticTask, formulaType, mghProblems, namedFunction, type AnalyticRecipe } from '@evospice/test-functions';
import { analyticDiodeCurrent, testSimulator } from '@evospice/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnalyticSimulator } from './analytic-simulator.ts';
import { diodeCurrent } from './models/diode.ts';
import { wrightOmega } from './models/wright-omega.ts';

testSimulator('analytic', () => new AnalyticSimulator(), { failing: [1e-14, 0, 10], textless: true });

const formula = { name: 'sphere', type: formulaType, file: 'test function' };

function benchOf(recipe: AnalyticRecipe): Testbench {
  const { id, device, instances, curves, model, tunables } = analyticTask(recipe);
  return { id, device, instances, curves, card: model.card, parameters: tunables.map(({ name }) => name) };
}

describe('test functions', () => {
  test('simulate 1 + f - f* as the one point of a scalar function', async () => {
    const session = await new AnalyticSimulator().open(benchOf({ function: 'bbob-f8', dimension: 10, instance: 2 }));
    const { minimum, evaluate } = namedFunction('bbob-f8', { dimension: 10, instance: 2 });
    const origin = Array.from({ length: 10 }, () => 0);
    const outcomes = await session.simulate({ candidates: [minimum.points![0]!, origin] });
    expect(outcomes.map((outcome) => outcome.ok && outcome.curves.map(({ vectors }) => [...vectors[0]!]))).toEqual([[[1]], [[1 + evaluate(origin) - minimum.value]]]);
  });

  test('simulate 1 + r at each residual of a sum of squares', async () => {
    const session = await new AnalyticSimulator().open(benchOf({ function: 'powell-singular' }));
    const [outcome] = await session.simulate({ candidates: [[3, -1, 0, 1]] });
    // Residuals of Powell's singular function at its start: -7, -sqrt 5, 1, 4 sqrt 10.
    expect(outcome?.ok && [...outcome.curves[0]!.vectors[0]!]).toEqual([1 - 7, 1 - Math.sqrt(5), 2, 1 + 4 * Math.sqrt(10)]);
  });

  test.each(mghProblems.map((problem) => [problem.name, problem] as const))('%s: every residual at the start is a point', async (name, { start, residuals }) => {
    const session = await new AnalyticSimulator().open(benchOf({ function: name }));
    const [outcome] = await session.simulate({ candidates: [start] });
    expect(outcome?.ok && [...outcome.curves[0]!.vectors[0]!]).toEqual(residuals(start).map((residual) => 1 + residual));
  });

  test('fail where a residual is not finite', async () => {
    const session = await new AnalyticSimulator().open(benchOf({ function: 'mgh-10-meyer' }));
    // exp(y / (50 + 5 t + z)) overflows near its pole.
    const [outcome] = await session.simulate({ candidates: [[1, 60_000, -49]] });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'NON_FINITE' } });
  });

  test('take variables in the order of the testbench, and the rest from the card', async () => {
    const bench = { ...benchOf({ function: 'rosenbrock', dimension: 3 }), parameters: ['x3', 'x1'] };
    const session = await new AnalyticSimulator().open(bench);
    const [outcome] = await session.simulate({ candidates: [[1, 1]] });
    // x2 is 1 in the start of Rosenbrock's function, so that all are 1: the minimum.
    expect(outcome?.ok && [...outcome.curves[0]!.vectors[0]!]).toEqual([1, 1, 1, 1]);
  });

  test('refuse what a constraint forbids, candidate by candidate', async () => {
    const session = await new AnalyticSimulator().open(benchOf({ function: 'spice-opus-case' }));
    const outcomes = await session.simulate({ candidates: [[10, 10], [5, 5], [2, 2]] });
    expect(outcomes.map((outcome) => outcome.ok || outcome.failure.code)).toEqual([true, 'PARAMETER_REFUSED', true]);
  });

  test('are refused where the card or the curves are not theirs', async () => {
    const bench = benchOf({ function: 'sphere', dimension: 2 });
    const open = (changes: Partial<Testbench>): Promise<unknown> => new AnalyticSimulator().open({ ...bench, ...changes });
    await expect(open({ card: new NumberCard({ ...formula, name: 'spehre' }, { dimension: 2 }) })).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
    await expect(open({ card: new NumberCard(formula, {}) })).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
    await expect(open({ card: new NumberCard(formula, { dimension: 2 }), parameters: ['x1'] })).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
    await expect(open({ parameters: ['x1', 'x2', 'x3'] })).rejects.toMatchObject({ code: 'SIMULATOR_MODEL' });
    const [curve] = bench.curves;
    await expect(open({ curves: [{ ...curve!, x: Float64Array.of(1) }] })).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH' });
  });
});

describe('the diode equation', () => {
  test('agrees with Newton iterations on it', () => {
    const decades = (low: number, high: number): fc.Arbitrary<number> => fc.double({ min: low, max: high, noNaN: true }).map((power) => 10 ** power);
    fc.assert(fc.property(decades(-18, -8), fc.double({ min: 0.9, max: 2.5, noNaN: true }), decades(-2, 4), fc.double({ min: 0.01, max: 1.2, noNaN: true }), (is, n, rs, voltage) => {
      const expected = analyticDiodeCurrent({ is, n, rs }, voltage, 27);
      expect(Math.abs(diodeCurrent(is, n, rs, voltage, 27) - expected)).toBeLessThanOrEqual(1e-9 * expected);
    }), { seed: 1 });
  });

  test('Wright omega solves its equation', () => {
    expect(wrightOmega(1)).toBeCloseTo(1, 14);
    fc.assert(fc.property(fc.double({ min: -39, max: 1e4, noNaN: true }), (z) => {
      const w = wrightOmega(z);
      expect(Math.abs(w + Math.log(w) - z)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(z)));
    }), { seed: 1 });
  });
});
