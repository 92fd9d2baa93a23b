import { certifiedDigitsOf, type RegressionProblem } from '@evospice/test-functions';
import { descendLeastSquares, type DescentOptions, type LeastSquaresModel, type LeastSquaresPoint } from '@evospice/toolbox';

export interface Fit {
  readonly set: string;
  /** 1 or 2. */
  readonly start: number;
  readonly derivatives: 'exact' | 'forward';
  /** Least log relative error of the parameters. */
  readonly digits: number;
  /** Residual vectors evaluated, those of differences included. */
  readonly evaluations: number;
  readonly jacobians: number;
  readonly reason: string;
}

/** Fits one set from one of its starts with tolerances as tight as the machine's precision. */
export async function fit(problem: RegressionProblem, start: number, derivatives: Fit['derivatives'], options: DescentOptions): Promise<Fit> {
  const x = problem.starts[start - 1]!;
  const model: LeastSquaresModel = {
    lower: x.map(() => Number.NEGATIVE_INFINITY),
    upper: x.map(() => Number.POSITIVE_INFINITY),
    evaluate: async (points) => points.map((b) => ({ x: b, residuals: problem.residuals(b) })),
    ...(derivatives === 'exact' ? { jacobian: (point: LeastSquaresPoint) => problem.jacobian(point.x) } : {}),
  };
  const end = await descendLeastSquares(model, { x, residuals: problem.residuals(x) }, { ftol: 1e-14, xtol: 1e-14, gtol: 1e-14, evaluations: 20_000, ...options });
  return { set: problem.name, start, derivatives, digits: certifiedDigitsOf(end.point.x, problem.certified), evaluations: end.evaluations + 1, jacobians: end.jacobians, reason: end.reason };
}
