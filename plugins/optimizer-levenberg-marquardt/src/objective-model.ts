import type { Objective, Sample } from '@evospice/optimizer-kit';
import type { LeastSquaresModel, LeastSquaresPoint } from '@evospice/toolbox';

/** The residuals whose root mean square an objective minimises, over the unit cube. */
export class ObjectiveModel implements LeastSquaresModel {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly #objective: Objective;

  constructor(objective: Objective) {
    this.#objective = objective;
    this.lower = Array.from({ length: objective.dimension }, () => 0);
    this.upper = this.lower.map(() => 1);
  }

  get affordable(): number {
    return this.#objective.affordable;
  }

  at({ unit, evaluation }: Sample): LeastSquaresPoint | undefined {
    if (evaluation === undefined) return undefined;
    return { x: unit, residuals: this.#objective.kind === 'log' ? evaluation.logResiduals : evaluation.residuals };
  }

  /** @throws StageEnded as `Objective.evaluate`. */
  async evaluate(units: readonly (readonly number[])[]): Promise<(LeastSquaresPoint | undefined)[]> {
    return (await this.#objective.evaluate(units)).map((sample) => this.at(sample));
  }
}
