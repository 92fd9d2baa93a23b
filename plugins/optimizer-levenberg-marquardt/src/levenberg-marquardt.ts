import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { refuseDiscrete, runSearch, type Objective, type Sample, type SearchOptions } from '@evospice/optimizer-kit';
import { descendLeastSquares } from '@evospice/toolbox';
import { ObjectiveModel } from './objective-model.ts';
import type { LevenbergMarquardtOptions } from './options.ts';

/** A first descent in decades only prepares the next: it need not bring in the last per cent. */
const coarse = 0.02;

const costs = { 'log-then-relative': 'log-then-error', relative: 'error', log: 'log' } as const satisfies Readonly<Record<string, SearchOptions['cost']>>;

/**
 * Levenberg-Marquardt (Levenberg 1944, Marquardt 1963, after Moré 1978) for extraction: bounded, in the unit cube with
 * log parameters on a log axis, finite differences as one batch. Decades come before fractions, as a start card may be
 * off by decades. When a descent has converged and budget is left, others start: from the best of some points around the
 * best one, near, then farther, and every third time from the best of a Latin hypercube.
 */
export class LevenbergMarquardt implements Optimizer {
  readonly name = 'lm';
  readonly #options: LevenbergMarquardtOptions;

  constructor(options: LevenbergMarquardtOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    refuseDiscrete(this.name, problem);
    const { residuals, relativeFrom, restarts } = this.#options;
    const last = residuals === 'log' || problem.metric === 'log' ? 'log' : 'error';
    await runSearch(problem, context, { cost: costs[residuals], errorFrom: relativeFrom, restarts }, (objective, start) =>
      this.#descend(objective, start, objective.kind === last ? 0 : coarse));
  }

  async #descend(objective: Objective, start: Sample, least: number): Promise<void> {
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
    });
    objective.log(`descent ended: ${reason}`);
  }
}
