import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { cheapest, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { factorialDesign, factorialFactors, moveAlongAxis, permutation } from '@evospice/toolbox';
import type { GridSearchOptions } from './options.ts';
import { VisitedPlaces } from './visited-places.ts';

/**
 * Grid search with factorial patterns (G. E. P. Box 1957, "Evolutionary operation"; Box, Davies & Swann 1969): the points of a 2^n
 * or 3^n grid around the base are simulated as one batch; the best becomes the base if it gained, and the grid grows by
 * `alpha`, else it shrinks by as much. Where the whole grid has more than `points` points, the parameters are dealt into
 * groups at random and each group has its grid in turn, so that in time every pair of parameters is varied together; a
 * parameter keeps its own width from group to group.
 */
export async function gridSearch(problem: ExtractionProblem, context: OptimizerContext, options: GridSearchOptions): Promise<void> {
  const points = options.points ?? Math.min(64, Math.max(4, Math.floor(context.budget.allowed / 50)));
  const size = Math.min(factorialFactors(options.level, points), problem.parameters.length);
  await runSearch(problem, context, options, (objective, start) => search(options, objective, start, size));
}

async function search(options: GridSearchOptions, objective: Objective, start: Sample, size: number): Promise<void> {
  const { alpha, epsilon, level } = options;
  const visited = new VisitedPlaces(objective, start);
  const widths = start.unit.map(() => options.step);
  let base = start;
  while (widths.some((width) => width > epsilon / 100)) {
    for (const group of groups(options, objective, size)) {
      const units = gridAround(objective, base, group, widths, level);
      const found = cheapest([base, ...(await visited.evaluate(units))]);
      const factor = found.cost < base.cost ? alpha : 1 / alpha;
      for (const axis of group) widths[axis] = Math.min(0.5, widths[axis]! * factor);
      base = found;
    }
  }
}

/** All parameters in groups of about equal size, at most `size`; in their own order where one group takes them all. */
function groups(options: GridSearchOptions, { dimension, random }: Objective, size: number): number[][] {
  const count = Math.ceil(dimension / size);
  const order = count === 1 ? Array.from({ length: dimension }, (_, axis) => axis) : permutation(dimension, random);
  return Array.from({ length: count }, (_, group) => order.slice(Math.floor((group * dimension) / count), Math.floor(((group + 1) * dimension) / count)));
}

/** The points of the factorial grid of some axes around a base; those that the walls press onto it are left out. */
function gridAround({ parameters }: Objective, { unit }: Sample, axes: readonly number[], widths: readonly number[], levels: 2 | 3): number[][] {
  const rows = factorialDesign(levels, axes.length).map((signs) => {
    const point = [...unit];
    for (const [index, axis] of axes.entries()) {
      if (signs[index] !== 0) point[axis] = moveAlongAxis(parameters[axis]!, unit[axis]!, signs[index]! * widths[axis]!);
    }
    return point;
  });
  return rows.filter((point) => point.some((place, axis) => place !== unit[axis]));
}
