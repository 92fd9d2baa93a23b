import { EvospiceError, type Curve, type SimulatedCurve } from '@evospice/contracts';
import { rootWeight, scoredPoints } from '@evospice/toolbox';
import { logResidual, relativeResidual, rootMeanSquare, scoredIndices, type ResidualVector } from './residuals.ts';

/** A curve as the error sees it; both a `Curve` (through `residualCurve`) and a `ProblemCurve` are one. */
export interface ResidualCurve {
  readonly id: string;
  /** Greater than 0; multiplies the squared residuals of the weighted error. */
  readonly weight: number;
  readonly vectors: readonly ResidualVector[];
}

/** A task's curve as the error sees it. */
export function residualCurve(curve: Curve): ResidualCurve {
  return {
    id: curve.id,
    weight: curve.weight,
    vectors: curve.measured.map((vector) => ({
      floor: vector.floor, measured: vector.values, scored: scoredIndices(vector), ...(vector.weights === undefined ? {} : { weights: vector.weights }),
    })),
  };
}

/** Residuals of one curve, vector after vector, scored points only, without weights. */
export interface CurveResiduals {
  readonly id: string;
  /** What each is multiplied with in the weighted error: one number for all, or one for each. */
  readonly roots: number | readonly number[];
  readonly relative: readonly number[];
  readonly log: readonly number[];
}

/**
 * Residuals of one simulated curve; null when a simulated value or a residual is not finite.
 * @param every only the points 0, every, 2 every, … were simulated
 * @throws EvospiceError `EXTRACTION_SIMULATOR` when the simulator returned vectors of another shape.
 */
export function curveResiduals(curve: ResidualCurve, simulated: SimulatedCurve, every = 1): CurveResiduals | null {
  refuseOtherShape(curve, simulated, every);
  const relative: number[] = [];
  const log: number[] = [];
  const roots: number[] = [];
  const single = curve.vectors.every(({ weights }) => weights === undefined);
  for (const [index, vector] of curve.vectors.entries()) {
    const values = simulated.vectors[index] as Float64Array;
    if (!values.every(Number.isFinite)) return null;
    const { measured, floor } = vector;
    for (const point of scoredPoints(vector, every)) {
      const value = values[point / every] as number;
      const ratio = relativeResidual(value, measured[point] as number);
      const decades = logResidual(value, measured[point] as number, floor);
      if (!Number.isFinite(ratio) || !Number.isFinite(decades)) return null;
      relative.push(ratio);
      log.push(decades);
      if (!single) roots.push(rootWeight(curve, vector, point));
    }
  }
  return { id: curve.id, roots: single ? Math.sqrt(curve.weight) : roots, relative, log };
}

/** Residuals of one kind with their weights. */
export function weightedResiduals({ roots, ...residuals }: CurveResiduals, kind: 'relative' | 'log'): readonly number[] {
  if (roots === 1) return residuals[kind];
  return residuals[kind].map((residual, index) => residual * (typeof roots === 'number' ? roots : roots[index]!));
}

/** Share of a curve in the weighted squared error, not divided by points. */
export function weightedSquares(residuals: CurveResiduals, kind: 'relative' | 'log'): number {
  return weightedResiduals(residuals, kind).reduce((sum, residual) => sum + residual * residual, 0);
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

function refuseOtherShape(curve: ResidualCurve, simulated: SimulatedCurve, every: number): void {
  const expected = curve.vectors.map((vector) => Math.ceil(vector.measured.length / every));
  const received = simulated.vectors.map((vector) => vector.length);
  if (received.length === expected.length && received.every((length, index) => length === expected[index])) return;
  throw new EvospiceError('EXTRACTION_SIMULATOR', `the simulator returned vectors of the wrong length for curve ${curve.id}`, {
    received, expected: `vectors of lengths ${expected.join(', ')}`, remedy: 'report it to the author of the simulator plugin',
  });
}
