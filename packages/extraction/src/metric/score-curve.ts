import { EvospiceError, type SimulatedCurve } from '@evospice/contracts';
import { isScored, logResidual, relativeResidual, rootMeanSquare, scoredPoints, type ScorableVector } from './residuals.ts';

/** A curve as the error sees it; both a `Curve` (through `scorableCurve`) and a `ProblemCurve` are one. */
export interface ScorableCurve {
  readonly id: string;
  /** Greater than 0; multiplies the squared residuals of the weighted error. */
  readonly weight: number;
  readonly vectors: readonly ScorableVector[];
}

/** Residuals of one curve, vector after vector, scored points only, without weight. */
export interface CurveResiduals {
  readonly id: string;
  readonly weight: number;
  readonly relative: readonly number[];
  readonly log: readonly number[];
}

/**
 * Residuals of one simulated curve; null when a simulated value or a residual is not finite.
 * @throws EvospiceError `EXTRACTION_SIMULATOR` when the simulator returned vectors of another shape.
 */
export function curveResiduals(curve: ScorableCurve, simulated: SimulatedCurve): CurveResiduals | null {
  refuseOtherShape(curve, simulated);
  const relative: number[] = [];
  const log: number[] = [];
  for (const [index, vector] of curve.vectors.entries()) {
    const values = simulated.vectors[index] as Float64Array;
    const { measured, floor } = vector;
    for (let point = 0; point < values.length; point += 1) {
      const value = values[point] as number;
      if (!Number.isFinite(value)) return null;
      if (!isScored(vector, point)) continue;
      const ratio = relativeResidual(value, measured[point] as number);
      const decades = logResidual(value, measured[point] as number, floor);
      if (!Number.isFinite(ratio) || !Number.isFinite(decades)) return null;
      relative.push(ratio);
      log.push(decades);
    }
  }
  return { id: curve.id, weight: curve.weight, relative, log };
}

/** Errors over several curves, pooled over their points (not averaged over curves). Null where nothing is scored. */
export interface PooledErrors {
  /** Scored points. */
  readonly scored: number;
  /** Fraction. */
  readonly relativeRms: number | null;
  /** Decades. */
  readonly logRms: number | null;
}

/** Pools over points, without weights, as errors of cards are published. */
export function poolErrors(curves: readonly CurveResiduals[]): PooledErrors {
  const pooled = (kind: 'relative' | 'log'): number | null => {
    const [only] = curves;
    return rootMeanSquare(curves.length === 1 && only !== undefined ? only[kind] : curves.flatMap((curve) => curve[kind]));
  };
  return { scored: curves.reduce((sum, curve) => sum + curve.relative.length, 0), relativeRms: pooled('relative'), logRms: pooled('log') };
}

/** Number of scored points of a curve. */
export function scoredCount(curve: ScorableCurve): number {
  return curve.vectors.reduce((sum, vector) => sum + scoredPoints(vector).length, 0);
}

function refuseOtherShape(curve: ScorableCurve, simulated: SimulatedCurve): void {
  const expected = curve.vectors.map((vector) => vector.measured.length);
  const received = simulated.vectors.map((vector) => vector.length);
  if (received.length === expected.length && received.every((length, index) => length === expected[index])) return;
  throw new EvospiceError('EXTRACTION_SIMULATOR', `the simulator returned vectors of the wrong length for curve ${curve.id}`, {
    received, expected: `vectors of lengths ${expected.join(', ')}`, remedy: 'report it to the author of the simulator plugin',
  });
}
