import { describe, expect, test } from 'vitest';
import type { ExtractionProblem, OptimizerContext, SuccessfulEvaluation } from '@evospice/contracts';
import { compactCurves, compactModels } from '../packages/compact-models/src/index.ts';
import type { ModelFamily } from '../packages/device/src/index.ts';
import { generateTaskWithTruth } from '../packages/device/src/generator/generate-task.ts';
import { createProblem } from '../packages/extraction/src/index.ts';
import { directStart, modelLogRatios, priorCost, priorJacobian, rms, startCandidate, toUnit } from '../packages/toolbox/src/index.ts';
import { CompactSimulator } from '../plugins/simulator-compact/src/index.ts';

interface Device {
  readonly problem: ExtractionProblem;
  readonly truth: Readonly<Record<string, number>>;
  /** Relative error of a candidate over all scored points. */
  readonly error: (candidate: readonly number[]) => number;
}

/** A generated device whose simulator are its own equations, with its start card evaluated. */
async function deviceOf(family: ModelFamily, seed: number, relative = 0, polarity: 'n' | 'p' = 'n'): Promise<Device> {
  const { task, truth } = await generateTaskWithTruth({ family, seed, polarity, noise: { relative, additive: relative === 0 ? 0 : 1 } }, new CompactSimulator());
  const stated = createProblem(task);
  const curves = compactCurves(stated)!;
  const values = curves.predict(startCandidate(stated.parameters));
  const start: SuccessfulEvaluation = {
    ok: true, full: true, error: 1, relativeRms: 1, logRms: 1, residuals: [], relativeResiduals: [], logResiduals: [], findings: [],
    curves: stated.curves.map(({ id }, index) => ({ id, relativeRms: 1, logRms: 1, residuals: { relative: [], log: [] }, simulated: values[index]!.map((vector) => [...vector]) })),
  };
  const error = (candidate: readonly number[]): number => {
    const found = curves.predict(candidate);
    return rms(stated.curves.flatMap(({ vectors }, c) => vectors.flatMap(({ measured, scored }, v) => scored.map((point) => found[c]![v]![point]! / measured[point]! - 1))));
  };
  return { problem: { ...stated, start }, truth, error };
}

const seeds = [301, 302, 303, 304];
/** How far values read off exact curves may be from those the curves were made with: `factor` of the value, or an `offset` in its unit. */
const tolerances: readonly (readonly [family: ModelFamily, parameter: string, kind: 'factor' | 'offset', tolerance: number])[] = [
  ['diode', 'is', 'factor', 1.3], ['diode', 'n', 'offset', 0.02], ['diode', 'jsw', 'factor', 1.3], ['diode', 'ns', 'offset', 0.02],
  ['diode', 'cj0', 'factor', 1.01], ['diode', 'vj', 'factor', 1.02], ['diode', 'm', 'factor', 1.02], ['diode', 'cjsw', 'factor', 1.05],
  ['jfet', 'vto', 'offset', 0.1], ['jfet', 'beta', 'factor', 1.25], ['jfet', 'lambda', 'factor', 1.6],
  ['gummel-poon', 'is', 'factor', 1.1], ['gummel-poon', 'nf', 'offset', 0.01], ['gummel-poon', 'bf', 'factor', 1.25], ['gummel-poon', 'vaf', 'factor', 1.25],
  ['vbic', 'is', 'factor', 1.1], ['vbic', 'nf', 'offset', 0.01],
  ['vdmos', 'vto', 'offset', 0.4], ['vdmos', 'kp', 'factor', 2],
  ['bsim3', 'vth0', 'offset', 0.04], ['bsim3', 'u0', 'factor', 1.4],
];

describe('direct extraction', () => {
  test.each([...new Set(tolerances.map(([family]) => family))])('reads the values of a %s off its curves, within what the documentation says', async (family) => {
    for (const seed of seeds) {
      const { problem, truth } = await deviceOf(family, seed);
      const { found, candidate } = directStart(problem);
      for (const [, name, kind, tolerance] of tolerances.filter(([of]) => of === family)) {
        const value = found.find(({ parameter }) => parameter === name);
        if (value === undefined) continue;
        const off = kind === 'factor' ? Math.exp(Math.abs(Math.log(value.value / truth[name]!))) : Math.abs(value.value - truth[name]!);
        expect(off, `${family} ${seed} ${name}: ${value.value} for ${truth[name]}`).toBeLessThan(tolerance);
        expect(value.curves.length).toBeGreaterThan(0);
        expect(candidate[problem.parameters.findIndex((one) => one.name === name)]).toBe(value.value);
      }
      expect(found.length).toBeGreaterThan(1);
    }
  });

  test.each([['bsim4', 'n'], ['bsim4', 'p'], ['bsim3', 'p'], ['hicum', 'n'], ['gummel-poon', 'p'], ['diode', 'n'], ['jfet', 'p']] as const)('brings most %s devices (%s) nearer to noisy curves at no simulation', async (family, polarity) => {
    let nearer = 0;
    for (const seed of seeds) {
      const { problem, error } = await deviceOf(family, seed, 0.005, polarity);
      const { candidate } = directStart(problem);
      for (const [k, { lower, upper }] of problem.parameters.entries()) expect(candidate[k]! >= lower && candidate[k]! <= upper).toBe(true);
      if (error(candidate) < error(startCandidate(problem.parameters))) nearer += 1;
    }
    expect(nearer).toBeGreaterThanOrEqual(3);
  });

  test('without a start that was simulated only values that curves say themselves are set, and an unknown kind of device gives none', async () => {
    const { problem } = await deviceOf('diode', 301);
    const failed: ExtractionProblem = { ...problem, start: { ok: false, failure: { code: 'NOT_CONVERGED', message: 'no' } } };
    expect(directStart(failed).found.every(({ way, simulated }) => way === 'value' && simulated === undefined)).toBe(true);
    expect(directStart({ ...problem, device: { kind: 'memristor' } })).toEqual({ candidate: startCandidate(problem.parameters), found: [] });
  });
});

test.each([['bsim4', 0.85, 0.25], ['gummel-poon', 0.6, 0.3], ['hicum', 0.9, -0.1]] as const)('prior Jacobian of a %s that was not learned from is near the exact one', async (family, own, byRole) => {
  const { problem } = await deviceOf(family, 301);
  const exact = modelLogRatios(problem, compactCurves(problem)!).slopes(toUnit(problem.parameters, startCandidate(problem.parameters)));
  const lines: string[] = [];
  const context: Pick<OptimizerContext, 'log' | 'models'> = { log: (line) => { lines.push(line); }, models: compactModels() };
  const explained = (ownFamily: boolean): number => {
    const { jacobian } = priorJacobian(problem, context, { of: 'log-ratios', ownFamily });
    const [missed, whole] = exact.reduce(([a, b], row, point) => [a + row.reduce((sum, value, k) => sum + (value - jacobian[point]![k]!) ** 2, 0), b + row.reduce((sum, value) => sum + value ** 2, 0)], [0, 0]);
    return 1 - missed! / whole!;
  };
  expect(explained(true)).toBeGreaterThan(own);
  expect(explained(false)).toBeGreaterThan(byRole);
  expect(lines.every((line) => line.includes(priorCost()))).toBe(true);
});
