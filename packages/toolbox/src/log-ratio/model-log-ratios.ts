import { EvospiceError, defined, type CardValues, type CompactCurves, type ExtractionProblem } from '@evospice/contracts';
import { scoredPoints } from '../budget/budget.ts';
import { fromUnit, startCandidate, unitSlopes } from '../space/unit-cube.ts';
import { logRatio, logRatioDerivative, logRatioFloor } from './log-ratio.ts';

/** What a compact model says of ln(simulated / measured), one entry per scored point in the order of `Evaluation.residuals`. */
export interface ModelLogRatios {
  /** Share of the scored points that the model has, from 0 to 1; at the others it says 0 everywhere. */
  readonly coverage: number;
  /**
   * At a point of the unit cube; undefined where the model has no answer.
   * @param values of the card in place of its own, such as hidden ones that are calibrated.
   */
  logs(unit: readonly number[], values?: CardValues): number[] | undefined;
  /** Derivatives by unit coordinates: one row of n entries per scored point, zeros where the model has no answer. */
  slopes(unit: readonly number[], values?: CardValues): Float64Array[];
}

/** A slope beyond it says that a point is about to lose its value, not how it changes. */
const steepest = 1e3;

/**
 * A compact model in the logarithm, at no simulation: `modelLogRatios(problem, context.models.ofProblem(problem))`. Its changes and slopes go with
 * those of `logRatios`.
 */
export function modelLogRatios(problem: Pick<ExtractionProblem, 'curves' | 'parameters'>, model: CompactCurves): ModelLogRatios {
  const { curves, parameters } = problem;
  const n = parameters.length;
  const points = curves.flatMap((curve, index) => curve.vectors.flatMap((vector, of) => scoredPoints(vector).map((point) => {
    const measured = vector.measured[point] as number;
    return { curve: index, of, point, measured, floor: logRatioFloor(measured, vector.floor) };
  })));
  const first = model.predict(startCandidate(parameters));
  const known = points.map(({ curve, of, point }) => Number.isFinite(first[curve]?.[of]?.[point]));
  // A point that has no solution at the start need not have one elsewhere.
  const whole = first.every((vectors, curve) => vectors.every((values, of) => model.covered[curve]?.[of] !== true || values.every(Number.isFinite)));
  return {
    coverage: points.length === 0 ? 0 : known.filter(Boolean).length / points.length,
    logs(unit, given) {
      const values = answered(() => model.predict(fromUnit(parameters, unit), { whole, ...defined({ values: given }) }));
      const logs: number[] = [];
      for (let row = 0; row < points.length; row += 1) {
        const { curve, of, point, measured, floor } = points[row]!;
        const log = known[row] ? logRatio((values?.[curve]?.[of]?.[point] ?? Number.NaN) / measured, floor) : 0;
        if (!Number.isFinite(log)) return undefined;
        logs.push(log);
      }
      return logs;
    },
    slopes(unit, given) {
      const candidate = fromUnit(parameters, unit);
      const perUnit = unitSlopes(parameters, candidate);
      const derivatives = answered(() => model.differentiate(candidate, defined({ values: given })));
      // Rows of one array: many small ones cost more than what is in them.
      const all = new Float64Array(points.length * n);
      return points.map(({ curve, of, point, measured, floor }, row) => {
        const slopes = all.subarray(row * n, row * n + n);
        const value = derivatives?.values[curve]?.[of]?.[point];
        const own = derivatives?.jacobian[curve]?.[of];
        if (!known[row] || value === undefined || own === undefined) return slopes;
        const factor = logRatioDerivative(value / measured, floor) / measured;
        for (let k = 0; k < n; k += 1) {
          const slope = factor * (own[point * n + k] as number) * (perUnit[k] as number);
          slopes[k] = Number.isFinite(slope) ? Math.min(steepest, Math.max(-steepest, slope)) : 0;
        }
        return slopes;
      });
    },
  };
}

/** Undefined for values that the model refuses. */
function answered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) return undefined;
    throw error;
  }
}
