import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { exploratoryPoints, patternPoint } from '@evospice/toolbox';
import type { HookeJeevesOptions } from './options.ts';
import { VisitedPlaces } from './visited-places.ts';

/**
 * Direct search of Hooke & Jeeves 1961 in the unit cube: exploratory moves try each parameter in turn, on the side that
 * gained last first; a pattern move repeats the progress from one base to the next, magnified by `alpha`, and explores from
 * there; the step is divided by `reduction` when a base cannot be improved. Discrete parameters move by whole increments;
 * failed points do not gain.
 */
export async function hookeJeevesSearch(problem: ExtractionProblem, context: OptimizerContext, options: HookeJeevesOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => search(options, objective, start));
}

async function search(options: HookeJeevesOptions, objective: Objective, start: Sample): Promise<void> {
  const { alpha, reduction, epsilon } = options;
  const visited = new VisitedPlaces(objective, start);
  const sides = start.unit.map(() => 1);
  const explore = (from: Sample, step: number): Promise<Sample> => explored(objective, visited, from, step, sides);
  let base = start;
  for (let { step } = options; step > epsilon / 100; step /= reduction) {
    let next = await explore(base, step);
    while (next.cost < base.cost) {
      const [previous, reached] = [base, next];
      base = reached;
      const [pattern] = await visited.evaluate([patternPoint(reached.unit, previous.unit, alpha)]);
      // The pattern point itself need not gain: what counts is where its exploration ends.
      next = await explore(pattern!, step);
      if (next.cost >= base.cost) next = await explore(base, step);
    }
  }
}

/** The sample that one round of exploratory moves reaches; `sides` remembers for each parameter which way gained last. */
async function explored(objective: Objective, visited: VisitedPlaces, from: Sample, step: number, sides: number[]): Promise<Sample> {
  let at = from;
  for (const [axis, side] of sides.entries()) {
    const here = at;
    for (const unit of exploratoryPoints(objective.parameters, here.unit, axis, side * step)) {
      const [found] = await visited.evaluate([unit]);
      if (found!.cost >= here.cost) continue;
      sides[axis] = Math.sign(found!.unit[axis]! - here.unit[axis]!) || side;
      at = found!;
      break;
    }
  }
  return at;
}
