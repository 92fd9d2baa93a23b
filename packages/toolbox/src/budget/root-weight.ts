import type { ProblemCurve } from '@evospice/contracts';

/** What a point's residual is multiplied with in `Evaluation.residuals`: the root of the curve's weight times its own. @param point index into `measured` */
export function rootWeight(curve: Pick<ProblemCurve, 'weight'>, { weights }: { readonly weights?: ArrayLike<number> }, point: number): number {
  return Math.sqrt(weights === undefined ? curve.weight : curve.weight * weights[point]!);
}
