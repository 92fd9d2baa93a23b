import { EvospiceError, type Candidate, type CompactCurves, type ExtractionProblem, type ResidualDerivatives } from '@evospice/contracts';
import { rootWeight, startCandidate } from '@evospice/toolbox';

/** The part of a problem that its compact model has. */
export interface CoveredProblem {
  /** The same curves; only points whose value the model has are scored. */
  readonly problem: ExtractionProblem;
  /** Scored points that it has, and of all. */
  readonly points: number;
  readonly of: number;
}

/** @returns undefined where the model has no scored point of the start card */
export function coveredProblem(problem: ExtractionProblem, model: CompactCurves): CoveredProblem | undefined {
  const values = refusedAsNone(() => model.predict(startCandidate(problem.parameters)));
  const curves = problem.curves.map((curve, index) => {
    const vectors = curve.vectors.map((vector, of) => ({ ...vector, scored: vector.scored.filter((point) => Number.isFinite(values?.[index]?.[of]?.[point])) }));
    return { ...curve, vectors, residuals: vectors.reduce((sum, { scored }) => sum + scored.length, 0) };
  });
  const count = (all: ExtractionProblem['curves']): number => all.reduce((sum, { residuals }) => sum + residuals, 0);
  const points = count(curves);
  return points === 0 ? undefined : { problem: { ...problem, curves }, points, of: count(problem.curves) };
}

/**
 * Exact derivatives of a candidate's residuals from a compact model: rows in the order of `Evaluation.residuals`, with the roots of the
 * weights. A point without a solution has none, and zeros stand for them.
 */
export function residualDerivatives(problem: ExtractionProblem, model: CompactCurves, candidate: Candidate): ResidualDerivatives | undefined {
  const curves = problem.curves.filter(({ residuals }) => residuals > 0);
  const found = refusedAsNone(() => model.differentiate(candidate, { curves: curves.map(({ id }) => id) }));
  if (found === undefined) return undefined;
  const n = problem.parameters.length;
  const relative: Float64Array[] = [];
  const log: Float64Array[] = [];
  for (const [index, curve] of curves.entries()) {
    for (const [of, vector] of curve.vectors.entries()) {
      const { measured, scored, floor } = vector;
      const own = found.jacobian[index]![of]!;
      for (const point of scored) {
        const value = found.values[index]![of]![point]!;
        const root = rootWeight(curve, vector, point);
        const row = own.subarray(point * n, (point + 1) * n).map((slope) => (Number.isFinite(slope) ? root * slope : 0));
        relative.push(row.map((slope) => slope / Math.abs(measured[point]!)));
        // Below the floor the residual in decades does not change.
        log.push(row.map((slope) => (Math.abs(value) > floor ? slope / (value * Math.LN10) : 0)));
      }
    }
  }
  return { relative, log };
}

/** Undefined for values that the model refuses. */
export function refusedAsNone<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) return undefined;
    throw error;
  }
}
