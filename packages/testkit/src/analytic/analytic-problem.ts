import type { ExtractionProblem, ProblemCurve, ProblemParameter } from '@evospice/contracts';

/** An extraction problem whose curves are formulas. */
export interface AnalyticProblem {
  readonly problem: ExtractionProblem;
  /** Values of one curve at its x, for parameters in the problem's order. */
  model(curve: number, parameters: readonly number[]): number[];
  /** Message of the failure that a simulator would report; undefined where the model works. */
  fails?(parameters: readonly number[]): string | undefined;
}

export interface AnalyticDescription {
  readonly name: string;
  readonly parameters: readonly ProblemParameter[];
  /** x of each curve. */
  readonly sweeps: readonly (readonly number[])[];
  /** Value of one point. */
  readonly formula: (x: number, parameters: readonly number[], curve: number) => number;
  /** Parameters that the measured values are made with. */
  readonly truth: readonly number[];
  readonly fails?: (parameters: readonly number[]) => string | undefined;
  readonly metric?: 'relative' | 'log';
}

const floor = 1e-15;

/** Writes a formula down as a problem: measured values are the formula's own at `truth`, so that the least error is 0. */
export function describeAnalyticProblem(description: AnalyticDescription): AnalyticProblem {
  const { name, parameters, sweeps, formula, truth, fails, metric = 'relative' } = description;
  const points = sweeps.reduce((sum, x) => sum + x.length, 0);
  const model = (curve: number, values: readonly number[]): number[] => sweeps[curve]!.map((x) => formula(x, values, curve));
  const curves = sweeps.map((x, index): ProblemCurve => ({
    id: `${name}-${index}`,
    kind: 'iv',
    instance: 'only',
    geometry: {},
    temperatureC: 27,
    sweep: 'x',
    x: [...x],
    drives: { a: { quantity: 'v', values: [...x] } },
    vectors: [{ kind: 'i', node: 'a', floor, measured: model(index, truth) }],
    weight: 1,
    cost: x.length / points,
    residuals: x.length,
  }));
  const problem: ExtractionProblem = { task: name, device: { kind: 'diode' }, modelFamily: 'formula', parameters, curves, metric };
  return { problem, model, ...(fails === undefined ? {} : { fails }) };
}
