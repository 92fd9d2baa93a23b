import type { MghProblem } from '@evospice/test-functions';
import { descendLeastSquares, doglegStep, type DescentOptions, type LeastSquaresModel, type LeastSquaresPoint } from '@evospice/toolbox';

export interface Descent {
  readonly value: number;
  /** `least`: the least known value; `local`: another known one. */
  readonly end: 'least' | 'local' | 'elsewhere' | 'no start';
  readonly evaluations: number;
}

const tight = { ftol: 1e-13, xtol: 1e-13, evaluations: 3000 };

/** Ways of descending, by the name of their column. */
export const methods = {
  'lm exact': { ...tight },
  'lm forward': { ...tight },
  'dogleg exact': { ...tight, step: doglegStep },
} as const satisfies Readonly<Record<string, DescentOptions>>;
export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as readonly MethodName[];

/** Known values have 6 digits or more, where they are not 0. */
function near(value: number, published: number): boolean {
  return value - published <= 1e-5 * published + 1e-10 && published - value <= 1e-5 * published + 1e-10;
}

/** One descent from a multiple of the problem's start, without bounds; undefined where that start is the same as the start itself. */
export async function descend(problem: MghProblem, times: number, name: MethodName): Promise<Descent | undefined> {
  if (times !== 1 && problem.start.every((value) => value === 0)) return undefined;
  const x = problem.start.map((value) => times * value);
  const residuals = problem.residuals(x);
  if (!residuals.every(Number.isFinite) || !Number.isFinite(problem.evaluate(x))) return { value: Number.NaN, end: 'no start', evaluations: 1 };
  const model: LeastSquaresModel = {
    lower: x.map(() => Number.NEGATIVE_INFINITY),
    upper: x.map(() => Number.POSITIVE_INFINITY),
    evaluate: async (points) => points.map((point) => ({ x: point, residuals: problem.residuals(point) })),
    ...(name === 'lm forward' ? {} : { jacobian: (point: LeastSquaresPoint) => problem.jacobian(point.x) }),
  };
  const { point, evaluations } = await descendLeastSquares(model, { x, residuals }, methods[name]);
  const value = problem.evaluate(point.x);
  const [least, ...others] = problem.minima;
  const end = near(value, least!.value) ? 'least' : others.some((other) => near(value, other.value)) ? 'local' : 'elsewhere';
  return { value, end, evaluations: evaluations + 1 };
}
