import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { StageEnded, refuseDiscrete } from '@evospice/optimizer-kit';
import { descendLeastSquares, latinHypercube, reflectIntoUnit } from '@evospice/toolbox';
import { ExtractionModel } from './extraction-model.ts';
import type { LevenbergMarquardtOptions } from './options.ts';
import { Points, costOf, type Point, type ResidualKind } from './points.ts';

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
    const points = new Points(problem, context);
    try {
      let from = (await points.start()) ?? (await this.#firstWorking(points, context));
      for (let round = 0; ; round++) {
        const end = await this.#descend(points, from, problem.metric);
        context.log(`descent ${round} ended at ${end.evaluation.error.toPrecision(4)}, best ${points.best?.evaluation.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
        if (!this.#options.restarts || context.budget.remaining < 1) return;
        from = await this.#restart(points, context, round);
      }
    } catch (error) {
      if (!(error instanceof StageEnded)) throw error;
    }
  }

  async #descend(points: Points, from: Point, metric: ExtractionProblem['metric']): Promise<Point> {
    const last = this.#options.residuals === 'log' || metric === 'log' ? 'log' : 'relative';
    let point = from;
    if (this.#options.residuals === 'log-then-relative' && last === 'relative') {
      point = await this.#minimise(points, point, 'log', Math.max(0.02, this.#options.tolerance), this.#options.relativeFrom);
    }
    return this.#minimise(points, point, last, this.#options.tolerance);
  }

  async #minimise(points: Points, from: Point, kind: ResidualKind, tolerance: number, enough = 0): Promise<Point> {
    const { scaling, noise, ftol, xtol, gtol, factor, trials, broyden, gain } = this.#options;
    const model = new ExtractionModel(points, kind);
    const end = await descendLeastSquares(model, model.at(from), {
      factor, trials, broyden, gain, tolerance, enough, ftol, xtol, gtol,
      scaling: scaling === 'columns' ? 'columns' : 'identity',
      differences: { noise, size: 'absolute' },
      refusals: 4,
    });
    return end.point.point;
  }

  async #firstWorking(points: Points, context: OptimizerContext): Promise<Point> {
    for (;;) {
      const found = await points.evaluate(latinHypercube(Math.min(8, points.affordable), points.dimension, context.random));
      const working = leastLog(found);
      if (working !== undefined) return working;
    }
  }

  async #restart(points: Points, context: OptimizerContext, round: number): Promise<Point> {
    const { random } = context;
    const { best } = points;
    const spread = round % 3 === 2 || best === undefined ? undefined : 0.1 * (1 + (round % 3));
    for (;;) {
      const count = Math.max(1, Math.min(points.affordable, points.dimension));
      const units = spread === undefined
        ? latinHypercube(count, points.dimension, random)
        : Array.from({ length: count }, () => reflectIntoUnit(best!.unit.map((place) => place + spread * random.normal())));
      const found = leastLog(await points.evaluate(units));
      if (found !== undefined) return found;
    }
  }
}

/** The point with the least error in decades. */
function leastLog(points: readonly (Point | undefined)[]): Point | undefined {
  return points.reduce((least, point) => (point !== undefined && (least === undefined || costOf(point, 'log') < costOf(least, 'log')) ? point : least), undefined);
}
