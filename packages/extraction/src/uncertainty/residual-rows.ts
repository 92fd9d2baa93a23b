import type { ExtractionProblem } from '@evospice/contracts';
import { rootWeight } from '@evospice/toolbox';
import { logResidual, relativeResidual, scoredIndices } from '../metric/residuals.ts';
import type { SlopedCurve } from './curve-slopes.ts';

/** Weighted residuals of curves with their derivatives by the tunables in the unit cube. */
export interface ResidualRows {
  readonly rows: readonly Float64Array[];
  readonly residuals: readonly number[];
  /** Lengths of the runs of `residuals`, one for each measured vector with scored points. */
  readonly runs: readonly number[];
}

/**
 * Residuals as the error is made of them, and their derivatives. Points without a finite value or derivative are left out.
 * @param measured values to compare with, by curve and vector, whose points all weigh alike; the curve's own when left out
 */
export function residualRows(curves: readonly SlopedCurve[], metric: ExtractionProblem['metric'], measured?: (curve: SlopedCurve, vector: number) => ArrayLike<number>): ResidualRows {
  const rows: Float64Array[] = [];
  const residuals: number[] = [];
  const runs: number[] = [];
  for (const sloped of curves) {
    for (const [v, own] of sloped.curve.measured.entries()) {
      const { weights: _, ...plain } = own;
      const vector = measured === undefined ? own : { ...plain, values: Float64Array.from(measured(sloped, v)) };
      const { floor, values: target } = vector;
      const before = rows.length;
      for (const point of scoredIndices(vector)) {
        const weight = rootWeight(sloped.curve, vector, point);
        const value = sloped.values[v]![point]!;
        const residual = metric === 'relative' ? relativeResidual(value, target[point]!) : logResidual(value, target[point]!, floor);
        // Below the floor the residual in decades does not change.
        const factor = metric === 'relative' ? 1 / Math.abs(target[point]!) : Math.abs(value) > floor ? 1 / (value * Math.LN10) : 0;
        const row = sloped.slopes(v, point).map((slope) => (factor === 0 ? 0 : weight * factor * slope));
        if (!Number.isFinite(residual) || !row.every(Number.isFinite)) continue;
        rows.push(row);
        residuals.push(weight * residual);
      }
      if (rows.length > before) runs.push(rows.length - before);
    }
  }
  return { rows, residuals, runs };
}

/** Parts of a list by their lengths. */
export function partsOf<T>(values: readonly T[], lengths: readonly number[]): readonly (readonly T[])[] {
  let from = 0;
  return lengths.map((length) => values.slice(from, (from += length)));
}

