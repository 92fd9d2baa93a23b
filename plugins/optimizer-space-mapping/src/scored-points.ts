import type { ExtractionProblem, SuccessfulEvaluation } from '@evospice/contracts';
import { logRatioFloor, logRatios, rootWeight, scoredPoints } from '@evospice/toolbox';

/** One scored point of a problem. */
export interface ScoredPoint {
  /** Index into the problem's curves. */
  readonly curve: number;
  readonly vector: number;
  /** Index into the vector's measured values. */
  readonly point: number;
  readonly measured: number;
  /** Ratio of simulated to measured below which values are noise; see `logRatio`. */
  readonly floor: number;
  /** ln of the ratio at which the log metric cuts values off. */
  readonly cut: number;
  /** Root of the point's weight. */
  readonly weight: number;
}

/** The scored points of a problem, and what was simulated at them as logarithms of simulated over measured. */
export class ScoredPoints {
  readonly problem: Pick<ExtractionProblem, 'curves'>;
  readonly points: readonly ScoredPoint[];
  #rowByPlace: ReadonlyMap<string, number> | undefined;

  constructor(problem: Pick<ExtractionProblem, 'curves'>) {
    this.problem = problem;
    this.points = problem.curves.flatMap((curve, index) => curve.vectors.flatMap((vector, of) => vector.scored.map((point): ScoredPoint => {
      const measured = vector.measured[point]!;
      const cut = Math.log(vector.floor / Math.abs(measured));
      return { curve: index, vector: of, point, measured, floor: logRatioFloor(measured, vector.floor), cut, weight: rootWeight(curve, vector, point) };
    })));
  }

  /** Rows that an evaluation at every k-th point has, ascending. */
  sampled(every: number): number[] {
    return this.problem.curves.flatMap((curve, index) => curve.vectors.flatMap((vector, of) => scoredPoints(vector, every).map((point) => `${index}/${of}/${point}`))).map((key) => this.#rows.get(key)!);
  }

  /** Logarithms of an evaluation: one per point, or per row of `sampled` where it was made at every k-th point. */
  logsOf(evaluation: SuccessfulEvaluation): readonly number[] {
    return logRatios(this.problem, evaluation).values;
  }

  get #rows(): ReadonlyMap<string, number> {
    return (this.#rowByPlace ??= new Map(this.points.map(({ curve, vector, point }, row) => [`${curve}/${vector}/${point}`, row])));
  }
}
