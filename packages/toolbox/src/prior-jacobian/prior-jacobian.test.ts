import { noCompactModels, type ExtractionProblem, type ProblemParameter, type SuccessfulEvaluation } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { biasRegions } from './bias-region.ts';
import { LearnedEffects, type LearnedFamily } from './learned.ts';
import { priorJacobian } from './prior-jacobian.ts';

const thermal = 0.02587;
const gates = Array.from({ length: 25 }, (_, index) => (1.2 * (index + 1)) / 25);
/** A transistor by the interpolation of Enz, Krummenacher and Vittoz: exponential below the threshold, square above. */
const current = (vg: number, vth: number, gain: number): number => gain * Math.log1p(Math.exp((vg - vth) / (2 * 1.3 * thermal))) ** 2;
const parameters: readonly ProblemParameter[] = [
  { name: 'vth0', lower: 0.1, upper: 0.7, start: 0.4, scale: 'lin', role: 'threshold voltage of a long channel at zero bulk bias', group: 'threshold' },
  { name: 'u0', lower: 0.01, upper: 0.1, start: 0.03, scale: 'log', role: 'low-field mobility', group: 'mobility' },
  { name: 'mystery', lower: 0, upper: 1, start: 0.5, scale: 'lin' },
];
const measured = gates.map((vg) => current(vg, 0.5, 2e-6));

function problemOf(polarity: 'n' | 'p' = 'n', vth = 0.4): ExtractionProblem {
  const sign = polarity === 'p' ? -1 : 1;
  const simulated = gates.map((vg) => sign * current(vg, vth, 1e-6));
  const start: SuccessfulEvaluation = {
    ok: true, full: true, error: 1, relativeRms: 1, logRms: 1, residuals: [], relativeResiduals: [], logResiduals: [], findings: [],
    curves: [{ id: 'transfer', relativeRms: 1, logRms: 1, residuals: { relative: [], log: [] }, simulated: [simulated] }],
  };
  const held = (value: number) => ({ quantity: 'v' as const, values: gates.map(() => value) });
  return {
    task: 'test', device: { kind: 'mosfet', polarity, vdd: 1.2 }, modelFamily: 'BSIM4', model: { type: 'nmos', level: 54, values: {} }, metric: 'relative',
    parameters: parameters.map((one) => (one.name === 'vth0' && polarity === 'p' ? { ...one, lower: -0.7, upper: -0.1, start: -0.4 } : one)), start,
    curves: [{
      id: 'transfer', kind: 'idvg', instance: 'm', geometry: { w: 1e-5, l: 2e-6 }, temperatureC: 27, sweep: 'vg', x: gates, weight: 4, budgetShare: 1, residuals: gates.length,
      drives: { d: held(sign * 0.05), g: { quantity: 'v', values: gates.map((vg) => sign * vg) }, s: held(0), b: held(0) },
      vectors: [{ kind: 'i', node: 'd', floor: 1e-12, measured: measured.map((value) => sign * value), scored: gates.map((_, point) => point) }],
    }],
  };
}

const lines: string[] = [];
const context = { log: (line: string) => { lines.push(line); }, models: noCompactModels };

describe('bias regions', () => {
  test('follow the threshold, and are those of a p type turned around', () => {
    const of = (problem: ExtractionProblem) => biasRegions(problem, problem.start as SuccessfulEvaluation);
    const regions = of(problemOf());
    expect(regions).toHaveLength(gates.length);
    expect(regions[0]).toEqual({ kind: 'control>through', region: ['u6', 'low', 'long', '-'] });
    expect(Number(regions.at(-1)!.region[0]!.slice(1))).toBeLessThan(3);
    expect(of(problemOf('p'))).toEqual(regions);
    const moved = of(problemOf('n', 0.45)).findIndex((one) => one!.region[0] !== 'u6');
    expect(moved).toBeGreaterThan(regions.findIndex((one) => one!.region[0] !== 'u6'));
  });

  test('are not known for other kinds of device', () => {
    const problem = { ...problemOf(), device: { kind: 'memristor' } };
    expect(biasRegions(problem, problem.start as SuccessfulEvaluation)).toEqual(gates.map(() => undefined));
  });
});

describe('a prior Jacobian', () => {
  test('has the slopes of a threshold and of a mobility, at no simulation, and says what learning cost', () => {
    const { jacobian, spread, columns, cost } = priorJacobian(problemOf(), context, { of: 'log-ratios' });
    expect(columns.map(({ source }) => source)).toEqual(['family', 'family', 'none']);
    expect(jacobian.every((row) => row.length === 3 && row[2] === 0)).toBe(true);
    expect(spread.every((row) => row[2] === Infinity)).toBe(true);
    // Below the threshold exp(-vth / 1.3 vt), the full width of the bounds being 0.6 V; the mobility multiplies the current.
    expect(Math.abs(jacobian[0]![0]! / (-0.6 / (1.3 * thermal)) - 1)).toBeLessThan(0.3);
    expect(Math.abs(jacobian[0]![1]! / Math.LN10 - 1)).toBeLessThan(0.3);
    expect(Math.abs(jacobian.at(-1)![0]!)).toBeLessThan(0.2 * Math.abs(jacobian[0]![0]!));
    expect(cost.devices).toBeGreaterThan(100);
    expect(lines.at(-1)).toContain(`${cost.simulations} simulations and ${cost.modelEvaluations} evaluations of compact models`);
  });

  test('turns to the residuals of the metric, with the weight of the curve', () => {
    const problem = problemOf();
    const logs = priorJacobian(problem, context, { of: 'log-ratios' }).jacobian;
    const residuals = priorJacobian(problem, context).jacobian;
    const decades = priorJacobian({ ...problem, metric: 'log' }, context).jacobian;
    for (const point of [3, 20]) {
      const ratio = current(gates[point]!, 0.4, 1e-6) / measured[point]!;
      expect(residuals[point]![0]! / (2 * ratio * logs[point]![0]!)).toBeCloseTo(1, 10);
      expect(decades[point]![0]! / ((2 / Math.LN10) * logs[point]![0]!)).toBeCloseTo(1, 10);
    }
  });

  test('a threshold of a p type has the other sign', () => {
    const slopes = priorJacobian(problemOf('p'), context, { of: 'log-ratios' }).jacobian;
    expect(slopes[0]![0]!).toBeGreaterThan(5);
    expect(slopes[0]![1]!).toBeGreaterThan(1);
  });

  test('of a hidden family comes from parameters of the same role elsewhere', () => {
    const hidden = { ...context, models: { ...noCompactModels, without: ['bsim4'] } };
    const { columns, jacobian } = priorJacobian(problemOf(), hidden, { of: 'log-ratios' });
    expect(columns[0]).toEqual({ parameter: 'vth0', source: 'role', families: ['bsim3'] });
    expect(jacobian[0]![0]!).toBeLessThan(-5);
    expect(priorJacobian(problemOf(), hidden, { ownFamily: true }).columns[0]!.source).toBe('family');
  });

  test('takes the mean of the group, shrunk by its spread, where no role agrees', () => {
    const problem = problemOf();
    const strange = { ...problem, model: { type: 'nmos', level: 99, values: {} }, parameters: [{ name: 'mu', lower: 1, upper: 9, start: 2, scale: 'lin' as const, role: 'unheard of', group: 'mobility' }] };
    const { columns, spread } = priorJacobian(strange, context);
    expect(columns[0]!.source).toBe('group');
    expect(spread.every(([value]) => Number.isFinite(value))).toBe(true);
  });

  test('needs curves', () => {
    const failed = { ...problemOf(), start: { ok: false as const, failure: { code: 'NOT_CONVERGED', message: 'no' } } };
    expect(() => priorJacobian(failed, context)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

test('effects of a region that was never seen are those of all that begin alike', () => {
  const family: LearnedFamily = {
    family: 'x', kind: 'mosfet', levels: [], devices: 4, parameters: [{ name: 'a', scale: 'lin', width: 1 }, { name: 'b', scale: 'lin', width: 1 }],
    regions: { 'k|u1 low': '3 100:0 0', 'k|u1 high': '1 300:50 -20:10' },
  };
  const effects = new LearnedEffects(family);
  expect(effects.at('k', ['u1', 'low'])).toEqual([{ mean: 1, spread: 0, devices: 3 }, { mean: 0, spread: 0, devices: 3 }]);
  const [first, second] = effects.at('k', ['u1', 'medium'])!;
  expect(first!.mean).toBeCloseTo(1.5, 12);
  expect(first!.spread).toBeCloseTo(Math.sqrt((3 * 0.25 + 0.25 + 2.25) / 4), 12);
  expect(second!.mean).toBeCloseTo(-0.05, 12);
  expect(effects.at('other', ['u1'])).toBeUndefined();
});
