import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { Gradient } from './gradient.ts';
import { LineWalk } from './line-walk.ts';
import type { SteepestDescentOptions } from './options.ts';
import { runDescent } from './run-descent.ts';

/**
 * Steepest descent (Cauchy 1847) in the unit cube, which scales the parameters: line searches against the gradient. Coordinates on a wall that
 * the gradient pushes against stay there.
 */
export async function steepestDescentSearch(problem: ExtractionProblem, context: OptimizerContext, options: SteepestDescentOptions): Promise<void> {
  await runDescent('steepest-descent', problem, context, options, (space, expressions) => {
    const gradient = new Gradient(space, options, expressions);
    const walk = new LineWalk(space, options);
    return {
      gradient: (place) => gradient.at(place),
      direction: (station) => station.gradient.map((slope, axis) => (station.free[axis]! ? -slope : 0)),
      search: (station, direction, slope) => walk.search(station, direction, slope, false),
      forget: () => false,
      sharpen: () => gradient.sharpen(),
    };
  });
}
