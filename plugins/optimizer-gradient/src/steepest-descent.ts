import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { refuseDiscrete, runSearch } from '@evospice/optimizer-kit';
import { descend } from './descend.ts';
import { Gradient } from './gradient.ts';
import { expressionsFor, GradientExpressions } from './gradient-expressions.ts';
import { LineWalk } from './line-walk.ts';
import type { SteepestDescentOptions } from './options.ts';
import { SearchSpace } from './search-space.ts';

/**
 * Steepest descent (Cauchy 1847) in the unit cube, which scales the parameters: line searches against the gradient. Coordinates on a wall that
 * the gradient pushes against stay there.
 */
export class SteepestDescent implements Optimizer {
  readonly name = 'steepest-descent';
  readonly #options: SteepestDescentOptions;

  constructor(options: SteepestDescentOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    refuseDiscrete(this.name, problem);
    const options = this.#options;
    const expressions = new GradientExpressions(this.name, problem.parameters, options.gradient);
    await runSearch(problem, context, options, async (objective, start) => {
      const space = new SearchSpace(objective, options);
      const gradient = new Gradient(space, options, expressionsFor(expressions, objective, problem, options));
      const walk = new LineWalk(space, options);
      await descend(space, await space.enter(start), {
        gradient: (place) => gradient.at(place),
        direction: (station) => station.gradient.map((slope, axis) => (station.free[axis]! ? -slope : 0)),
        search: (station, direction, slope) => walk.search(station, direction, slope, false),
        forget: () => false,
        sharpen: () => gradient.sharpen(),
      }, options.tolerance);
    });
  }
}
