import type { ExtractionProblem, OptimizerContext, SuccessfulEvaluation } from '@evospice/kernel';
import { StageEnded } from '@evospice/optimizer-kit';
import { affordable, fromUnit, rms, startCandidate, toUnit } from '@evospice/toolbox';

/** Residuals that a descent minimises. */
export type ResidualKind = 'log' | 'relative';

/** A point of the unit cube that was simulated. */
export interface Point {
  readonly unit: readonly number[];
  readonly evaluation: SuccessfulEvaluation;
}

export function residualsOf(point: Point, kind: ResidualKind): readonly number[] {
  return kind === 'log' ? point.evaluation.logResiduals : point.evaluation.relativeResiduals;
}

/** Root mean square of the residuals; 0 where nothing is scored. */
export function costOf(point: Point, kind: ResidualKind): number {
  const residuals = residualsOf(point, kind);
  return residuals.length === 0 ? 0 : rms(residuals);
}

/** The problem seen from the unit cube; remembers the best point. */
export class Points {
  readonly dimension: number;
  readonly #problem: ExtractionProblem;
  readonly #context: OptimizerContext;
  #best: Point | undefined;

  constructor(problem: ExtractionProblem, context: OptimizerContext) {
    this.#problem = problem;
    this.#context = context;
    this.dimension = problem.parameters.length;
  }

  /** Point of least error so far. */
  get best(): Point | undefined {
    return this.#best;
  }

  get affordable(): number {
    return affordable(this.#context.budget);
  }

  async start(): Promise<Point | undefined> {
    const start = startCandidate(this.#problem.parameters);
    return (await this.#simulate([toUnit(this.#problem.parameters, start)], [start]))[0];
  }

  /** One batch: undefined for each point that failed or could not be paid. @throws StageEnded when the budget is gone or the signal fired. */
  async evaluate(units: readonly (readonly number[])[]): Promise<(Point | undefined)[]> {
    return this.#simulate(units, units.map((unit) => fromUnit(this.#problem.parameters, unit)));
  }

  async #simulate(units: readonly (readonly number[])[], candidates: readonly (readonly number[])[]): Promise<(Point | undefined)[]> {
    if (this.#context.signal.aborted || this.affordable === 0) throw new StageEnded();
    const evaluations = await this.#context.simulate(candidates);
    return evaluations.map((evaluation, index) => {
      if (!evaluation.ok || !Number.isFinite(evaluation.error)) return undefined;
      const point: Point = { unit: units[index]!, evaluation };
      if (this.#best === undefined || evaluation.error < this.#best.evaluation.error) this.#best = point;
      return point;
    });
  }
}
