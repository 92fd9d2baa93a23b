import { norm } from '../linear-algebra/vectors.ts';

/** A point that was evaluated. Models may carry more with it. */
export interface LeastSquaresPoint {
  /** n entries. */
  readonly x: readonly number[];
  /** m entries, half of whose sum of squares is minimised. */
  readonly residuals: readonly number[];
}

/** Residuals to be minimised, as a descent sees them: batches of points in, residuals out. */
export interface LeastSquaresModel<P extends LeastSquaresPoint = LeastSquaresPoint> {
  /** Lower bounds, n entries; -Infinity for none. */
  readonly lower: readonly number[];
  /** Upper bounds, n entries; Infinity for none. */
  readonly upper: readonly number[];
  /** One batch, in order: undefined for each point that failed. A residual that is not finite counts as a failure too. */
  evaluate(points: readonly (readonly number[])[]): Promise<readonly (P | undefined)[]>;
  /** Exact derivatives, m x n; left out, they are differences. */
  jacobian?(point: P): readonly (readonly number[])[];
  /** Points that can still be paid; left out, any number. A descent ends at 0. */
  readonly affordable?: number;
}

/** Counts what a descent asks of its model, and takes residuals that are not finite for failures. */
export class CountedModel<P extends LeastSquaresPoint> {
  readonly model: LeastSquaresModel<P>;
  evaluations = 0;
  jacobians = 0;

  constructor(model: LeastSquaresModel<P>) {
    this.model = model;
  }

  get affordable(): number {
    return this.model.affordable ?? Number.POSITIVE_INFINITY;
  }

  async evaluate(points: readonly (readonly number[])[]): Promise<(P | undefined)[]> {
    if (points.length === 0) return [];
    this.evaluations += points.length;
    const found = await this.model.evaluate(points);
    return points.map((_, index) => {
      const point = found[index];
      return point !== undefined && Number.isFinite(norm(point.residuals)) ? point : undefined;
    });
  }
}
