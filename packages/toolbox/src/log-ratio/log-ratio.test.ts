import { EvospiceError, type CompactCurves, type ExtractionProblem, type ProblemCurve, type SuccessfulEvaluation } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { fromLogRatio, fromLogRatioDerivative, logRatio, logRatioDerivative, logRatioFloor } from './log-ratio.ts';
import { logRatios, relativeFromLogRatios } from './evaluation.ts';
import { modelLogRatios } from './model-log-ratios.ts';

const floor = 0.01;
const ratios = [-1e6, -3, -0.01, -1e-9, 0, 1e-9, 0.005, 0.0099, 0.01, 0.0101, 0.3, 1, 7, 1e12];

describe('logRatio', () => {
  test('is the logarithm from the floor upwards', () => {
    expect(logRatio(1, floor)).toBe(0);
    expect(logRatio(floor, floor)).toBe(Math.log(floor));
    expect(logRatio(1e12, floor)).toBe(Math.log(1e12));
  });

  test('increases through the floor, zero and the wrong sign, and grows like a logarithm there', () => {
    const values = ratios.map((ratio) => logRatio(ratio, floor));
    expect(values.toSorted((a, b) => a - b)).toEqual(values);
    expect(new Set(values).size).toBe(values.length);
    expect(logRatio(-1e6, floor) - logRatio(-1e7, floor)).toBeCloseTo(Math.log(10), 6);
  });

  test.each([floor, 0])('has the same value and slope on both sides of %d', (joint) => {
    const above = joint + 1e-12;
    const below = joint - 1e-12;
    expect(logRatio(above, floor)).toBeCloseTo(logRatio(below, floor), 9);
    expect(logRatioDerivative(above, floor) * floor).toBeCloseTo(logRatioDerivative(below, floor) * floor, 9);
  });

  test.each(ratios)('comes back, with a derivative that differences confirm: %d', (ratio) => {
    const value = logRatio(ratio, floor);
    expect(fromLogRatio(value, floor)).toBeCloseTo(ratio, 12 - Math.max(0, Math.ceil(Math.log10(Math.abs(ratio) + 1e-99))));
    expect(fromLogRatioDerivative(value, floor) * logRatioDerivative(ratio, floor)).toBeCloseTo(1, 9);
    const step = 1e-6 * Math.max(Math.abs(ratio), floor);
    const difference = (logRatio(ratio + step, floor) - logRatio(ratio - step, floor)) / (2 * step);
    expect(difference / logRatioDerivative(ratio, floor)).toBeCloseTo(1, 5);
  });
});

test('the floor of a point follows its vector inside limits, and a point without a measured value is refused', () => {
  expect(logRatioFloor(-1e-9, 1e-12)).toBeCloseTo(3e-4, 15);
  expect(logRatioFloor(1, 1e-12)).toBe(1e-6);
  expect(logRatioFloor(1e-12, 1e-11)).toBe(0.5);
  expect(() => logRatioFloor(0, 1e-12)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
});

describe('an evaluation', () => {
  const curves = [
    { id: 'a', vectors: [{ kind: 'i', floor: 1e-9, measured: [1e-12, -1e-6, -2e-6, -4e-6, -8e-6], scored: [1, 2, 3, 4] }] },
    { id: 'b', vectors: [{ kind: 'v', floor: 1e-9, measured: [1, 2], scored: [] }, { kind: 'c', floor: 1e-15, measured: [1e-12, 2e-12], scored: [0, 1] }] },
  ] as unknown as ProblemCurve[];
  const evaluated = (parts: unknown[]) => ({ curves: parts }) as unknown as SuccessfulEvaluation;

  test('has one entry per scored point, and comes back as relative residuals', () => {
    const ratio = logRatios({ curves }, evaluated([
      { id: 'a', simulated: [[0, -1e-6, -4e-6, 4e-6, 0]] }, { id: 'b', simulated: [[1, 2], [1e-12, 1e-12]] },
    ]));
    expect(ratio.values[0]).toBe(0);
    expect(ratio.values[1]).toBeCloseTo(Math.LN2, 12);
    expect(ratio.values[5]).toBeCloseTo(-Math.LN2, 12);
    const relative = [0, -1, 2, 1, 0, -0.5];
    relativeFromLogRatios(ratio.values, ratio).forEach((value, point) => expect(value).toBeCloseTo(relative[point]!, 9));
  });

  test('of every second point takes those that were simulated', () => {
    const { values, signs } = logRatios({ curves }, evaluated([{ id: 'a', every: 2, simulated: [[0, -2e-6, -8e-6]] }]));
    expect(values).toEqual([0, 0]);
    expect(signs).toEqual([-1, -1]);
  });

  test('of other curves and of other lengths is refused', () => {
    expect(() => logRatios({ curves }, evaluated([{ id: 'z', simulated: [] }]))).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => relativeFromLogRatios([1], { floors: [0.1, 0.1], signs: [1, 1] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

describe('a compact model', () => {
  const problem = {
    parameters: [{ name: 'is', lower: 1e-9, upper: 1e-5, start: 1e-7, scale: 'log' }, { name: 'g', lower: 0, upper: 2, start: 0.5, scale: 'lin' }],
    curves: [{ id: 'a', vectors: [{ kind: 'i', floor: 1e-12, measured: [-1e-7, 0, -4e-7], scored: [0, 2] }, { kind: 'c', floor: 1e-15, measured: [1e-12], scored: [0] }] }],
  } as unknown as ExtractionProblem;
  // -is (1 + g x) at x = 0, 1, 2; the capacitance is not covered.
  const model: CompactCurves = {
    covered: [[true, false]],
    predict: ([is = 0, g = 0]) => {
      if (g > 1.9) throw new EvospiceError('COMPACT_MODEL_VALUE', 'too much');
      return [[Float64Array.from([0, 1, 2], (x) => -is * (1 + g * x)), Float64Array.of(NaN)]];
    },
    differentiate: (candidate: readonly number[]) => {
      const [is = 0, g = 0] = candidate;
      return { values: model.predict(candidate), jacobian: [[Float64Array.from([0, 1, 2].flatMap((x) => [-(1 + g * x), -is * x])), Float64Array.of(NaN, NaN)]] };
    },
  } as unknown as CompactCurves;
  const { coverage, logs, slopes } = modelLogRatios(problem, model);

  test('gives logarithms and slopes of the points that it has, and nothing at the others', () => {
    expect(coverage).toBeCloseTo(2 / 3, 12);
    expect(logs([0.5, 0.25])!.map((value) => Number(value.toFixed(12)))).toEqual([0, Number(Math.log(0.5).toFixed(12)), 0]);
    const h = 1e-6;
    const [row, rows] = [slopes([0.5, 0.25]), [[h, 0], [0, h]].map(([a = 0, b = 0]) => [logs([0.5 - a, 0.25 - b])!, logs([0.5 + a, 0.25 + b])!] as const)];
    for (const point of [0, 1]) for (const axis of [0, 1]) expect(row[point]![axis]).toBeCloseTo((rows[axis]![1][point]! - rows[axis]![0][point]!) / (2 * h), 5);
    expect([...row[2]!]).toEqual([0, 0]);
  });

  test('has no answer where the model refuses the values', () => {
    expect(logs([0.5, 1])).toBeUndefined();
    expect([...slopes([0.5, 1])[0]!]).toEqual([0, 0]);
  });
});
