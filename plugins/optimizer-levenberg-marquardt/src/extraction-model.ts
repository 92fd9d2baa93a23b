import type { LeastSquaresModel, LeastSquaresPoint } from '@evospice/toolbox';
import { residualsOf, type Point, type Points, type ResidualKind } from './points.ts';

/** A point as a descent in one kind of residuals sees it. */
export interface ModelPoint extends LeastSquaresPoint {
  readonly point: Point;
}

/** The residuals of an extraction problem over the unit cube. */
export class ExtractionModel implements LeastSquaresModel<ModelPoint> {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly #points: Points;
  readonly #kind: ResidualKind;

  constructor(points: Points, kind: ResidualKind) {
    this.#points = points;
    this.#kind = kind;
    this.lower = Array.from({ length: points.dimension }, () => 0);
    this.upper = this.lower.map(() => 1);
  }

  get affordable(): number {
    return this.#points.affordable;
  }

  at(point: Point): ModelPoint {
    return { x: point.unit, residuals: residualsOf(point, this.#kind), point };
  }

  /** @throws StageEnded when the budget is gone. */
  async evaluate(units: readonly (readonly number[])[]): Promise<(ModelPoint | undefined)[]> {
    return (await this.#points.evaluate(units)).map((point) => (point === undefined ? undefined : this.at(point)));
  }
}
