import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { refuseDiscrete, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { descendLeastSquares, doglegStep } from '@evospice/toolbox';
import { ObjectiveModel } from './objective-model.ts';
import type { DoglegOptions } from './options.ts';

/** A first search in decades only prepares the next: it need not bring in the last per cent. */
const coarse = 0.02;

/**
 * Powell's dogleg for least squares (Powell 1970, "A hybrid method for nonlinear equations"; rectangular trust region and
 * bounds after Voglis & Lagaris 2004), in the unit cube with log parameters on a log axis. Finite differences are one
 * batch; between two Jacobians come Broyden updates, as in Powell's method.
 */
export class Dogleg implements Optimizer {
  readonly name = 'dogleg';
  readonly #options: DoglegOptions;

  constructor(options: DoglegOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    refuseDiscrete(this.name, problem);
    const last = this.#options.cost === 'log' || problem.metric === 'log' ? 'log' : 'error';
    await runSearch(problem, context, this.#options, (objective, start) => this.#search(objective, start, objective.kind === last ? 0 : coarse));
  }

  async #search(objective: Objective, start: Sample, least: number): Promise<void> {
    const { scaling, noise, factor, trials, broyden, gain, tolerance, ftol, xtol, gtol } = this.#options;
    const model = new ObjectiveModel(objective);
    const from = model.at(start);
    if (from === undefined) return;
    const { reason } = await descendLeastSquares(model, from, {
      factor, trials, broyden, gain, ftol, xtol, gtol,
      tolerance: Math.max(least, tolerance),
      scaling: scaling === 'columns' ? 'columns' : 'identity',
      differences: { noise, size: 'absolute' },
      refusals: 4,
      step: doglegStep,
    });
    objective.log(`dogleg ended: ${reason}`);
  }
}
