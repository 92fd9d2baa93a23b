import { fromLogRatio, fromLogRatioDerivative } from '@evospice/toolbox';
import type { ScoredPoint } from './scored-points.ts';

/** What is minimised: relative errors, or decades, which come first where a start card is far off, and are all where the metric is `log`. */
export type Kind = 'relative' | 'decades';

/** Weighted residuals of logarithms, their mean square being the squared error. */
export function residualsOf(points: readonly ScoredPoint[], logs: readonly number[], kind: Kind): number[] {
  const share = 1 / Math.sqrt(points.length);
  return points.map(({ floor, cut, weight }, row) => {
    const value = logs[row]!;
    return share * weight * (kind === 'relative' ? fromLogRatio(value, floor) - 1 : Math.max(value, cut) / Math.LN10);
  });
}

/** Derivatives of these residuals by the logarithms. */
export function residualSlopes(points: readonly ScoredPoint[], logs: readonly number[], kind: Kind): number[] {
  const share = 1 / Math.sqrt(points.length);
  return points.map(({ floor, cut, weight }, row) => {
    const value = logs[row]!;
    return share * weight * (kind === 'relative' ? fromLogRatioDerivative(value, floor) : (value > cut ? 1 : 0) / Math.LN10);
  });
}

/** Root mean square of the residuals: the error, a fraction or decades. */
export function errorOf(points: readonly ScoredPoint[], logs: readonly number[], kind: Kind): number {
  return Math.sqrt(residualsOf(points, logs, kind).reduce((sum, value) => sum + value * value, 0));
}
