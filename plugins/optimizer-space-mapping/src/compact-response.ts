import { EvospiceError, type CompactCurves, type ExtractionProblem } from '@evospice/contracts';
import { fromUnit, logRatioDerivative, startCandidate } from '@evospice/toolbox';
import type { Response } from './response.ts';
import type { ScoredPoints } from './scored-points.ts';

/** A slope beyond it says that a point is about to lose its value, not how it changes. */
const steepest = 1e3;

/** What a compact model says of the scored points of a problem. */
export class CompactResponse implements Response {
  readonly #curves: CompactCurves;
  readonly #scored: ScoredPoints;
  readonly #problem: ExtractionProblem;
  /** Rows that the model has at the start card: elsewhere it is silent about the others too. */
  readonly #known: readonly boolean[];

  constructor(curves: CompactCurves, scored: ScoredPoints, problem: ExtractionProblem) {
    this.#curves = curves;
    this.#scored = scored;
    this.#problem = problem;
    const values = curves.predict(startCandidate(problem.parameters));
    this.#known = scored.points.map(({ curve, vector, point }) => Number.isFinite(values[curve]?.[vector]?.[point]));
  }

  /** Share of the scored points that the model has, from 0 to 1. */
  get coverage(): number {
    return this.#known.filter(Boolean).length / this.#known.length;
  }

  logs(unit: readonly number[]): number[] | undefined {
    const values = this.#answer(() => this.#curves.predict(fromUnit(this.#problem.parameters, unit)));
    if (values === undefined) return undefined;
    const logs = this.#scored.points.map(({ curve, vector, point }, row) => (this.#known[row] ? this.#scored.logOf(row, values[curve]![vector]![point]!) : 0));
    return logs.every(Number.isFinite) ? logs : undefined;
  }

  slopes(unit: readonly number[]): Float64Array[] {
    const { parameters } = this.#problem;
    const n = parameters.length;
    const candidate = fromUnit(parameters, unit);
    const perUnit = parameters.map(({ lower, upper, scale }, j) => (scale === 'log' ? candidate[j]! * Math.log(upper / lower) : upper - lower));
    const derivatives = this.#answer(() => this.#curves.differentiate(candidate));
    return this.#scored.points.map(({ curve, vector, point, measured, floor }, row) => {
      const slopes = new Float64Array(n);
      if (derivatives === undefined || !this.#known[row]) return slopes;
      const values = derivatives.jacobian[curve]![vector]!;
      const factor = logRatioDerivative(derivatives.values[curve]![vector]![point]! / measured, floor) / measured;
      for (let j = 0; j < n; j++) {
        const slope = factor * values[point * n + j]! * perUnit[j]!;
        slopes[j] = Number.isFinite(slope) ? Math.min(steepest, Math.max(-steepest, slope)) : 0;
      }
      return slopes;
    });
  }

  /** Undefined for values that the model refuses. */
  #answer<T>(ask: () => T): T | undefined {
    try {
      return ask();
    } catch (error) {
      if (EvospiceError.is(error, 'COMPACT_MODEL_VALUE')) return undefined;
      throw error;
    }
  }
}
