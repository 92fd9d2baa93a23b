import type { ExtractionProblem, ProblemCurve, ProblemParameter } from '@evospice/contracts';
import { evaluateAnalytically, type Formulas } from './evaluate-analytically.ts';

/** An extraction problem whose curves are formulas. */
export interface AnalyticProblem extends Formulas {
  readonly problem: ExtractionProblem;
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
    vectors: [{ kind: 'i', node: 'a', floor, measured: model(index, truth), scored: x.map((_, point) => point) }],
    weight: 1,
    budgetShare: x.length / points,
    residuals: x.length,
  }));
  const values = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.start]));
  const formulas = {
    problem: { task: name, device: { kind: 'diode' }, modelFamily: 'formula', model: { type: 'formula', values }, parameters, curves, metric } as const,
    model, ...(fails === undefined ? {} : { fails }),
  };
  const start = evaluateAnalytically(formulas, parameters.map((parameter) => parameter.start));
  const problem: ExtractionProblem = { ...formulas.problem, start };
  return { ...formulas, problem };
}
