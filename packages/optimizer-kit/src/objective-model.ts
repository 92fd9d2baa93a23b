import type { LeastSquaresModel, LeastSquaresPoint } from '@evospice/toolbox';
import type { Objective } from './objective.ts';
import { residualsOf, type Sample } from './sample.ts';

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

  at(sample: Sample): LeastSquaresPoint | undefined {
    const residuals = residualsOf(sample, this.#objective.kind);
    return residuals === undefined ? undefined : { x: sample.unit, residuals };
  }

  /** @throws StageEnded as `Objective.evaluate`. */
  async evaluate(units: readonly (readonly number[])[]): Promise<(LeastSquaresPoint | undefined)[]> {
    return (await this.#objective.evaluate(units)).map((sample) => this.at(sample));
  }
}
