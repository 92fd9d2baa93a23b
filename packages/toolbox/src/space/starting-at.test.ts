import type { Evaluation, ExtractionProblem } from '@evospice/contracts';
import { expect, test } from 'vitest';
import { startingAt } from './starting-at.ts';
import { fromUnit, toUnit, unitSlopes } from './unit-cube.ts';

const parameters = [
  { name: 'is', lower: 1e-15, upper: 1e-9, start: 1e-12, scale: 'log' },
  { name: 'n', lower: 1, upper: 2, start: 1.2, scale: 'lin' },
] as const;

test('a problem begins elsewhere on parameters and cards, with the evaluation that belongs there or none', () => {
  const problem = {
    parameters, model: { type: 'd', values: { is: 1e-12, n: 1.2, rs: 3 }, instances: { large: { is: 1e-12, n: 1.2, rs: 1 } } }, start: { ok: true, error: 1 },
  } as unknown as ExtractionProblem;
  const evaluation = { ok: true, error: 0.1 } as Evaluation;
  const begun = startingAt(problem, [1e-14, 1.5], evaluation);
  expect(begun.parameters.map(({ start }) => start)).toEqual([1e-14, 1.5]);
  expect(begun.model).toEqual({ type: 'd', values: { is: 1e-14, n: 1.5, rs: 3 }, instances: { large: { is: 1e-14, n: 1.5, rs: 1 } } });
  expect(begun.start).toBe(evaluation);
  expect(startingAt(problem, [1e-14, 1.5]).start).toMatchObject({ ok: false, failure: { code: 'NOT_SIMULATED' } });
  expect(problem.parameters[0]!.start).toBe(1e-12);
});

test('slopes of the cube are those of its candidates', () => {
  const candidate = [3e-13, 1.7];
  const unit = toUnit(parameters, candidate);
  unitSlopes(parameters, candidate).forEach((slope, axis) => {
    const moved = (step: number): number => fromUnit(parameters, unit.with(axis, unit[axis]! + step))[axis]!;
    expect(slope / ((moved(1e-5) - moved(-1e-5)) / 2e-5)).toBeCloseTo(1, 7);
  });
});
