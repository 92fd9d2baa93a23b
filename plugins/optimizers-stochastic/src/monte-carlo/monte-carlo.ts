import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { addScaled, lineRange, lineSearch, uniformSample, type LineMethod } from '@evospice/toolbox';
import { normalAxes, normalPoint } from './normal.ts';
import type { MonteCarloOptions } from './options.ts';
import { randomDirection } from './random-direction.ts';

/** Random directions in a row that may fail, a parameter. */
const patience = 10;

/** Steps never become shorter than this share of a range. */
const shortest = 1e-7;

/**
 * Monte Carlo search (Brooks 1958, "A discussion of random methods for seeking maxima", Oper. Res. 6:244-251). With direction
 * `no` independent points, uniform or normal, in batches, to the end of the budget. With a line search for `direction`, lines
 * of random direction, all directions alike, through the best point, bent at the walls; ten directions a parameter in a row that do
 * not help end the search.
 */
export async function monteCarloSearch(problem: ExtractionProblem, context: OptimizerContext, options: MonteCarloOptions): Promise<void> {
  const { direction, distribution } = options;
  const about = normalAxes(problem.parameters, options);
  await runSearch(problem, context, options, (objective, start) => {
    if (direction !== 'no') return lines(options, objective, start, direction);
    const { dimension, random } = objective;
    return points(options, objective, distribution === 'normal' ? () => normalPoint(about, random) : () => uniformSample(1, dimension, random)[0]!);
  });
}

/** Ends with the budget, by the `StageEnded` of the objective. */
async function points(options: MonteCarloOptions, objective: Objective, draw: () => number[]): Promise<void> {
  for (;;) {
    await objective.evaluate(Array.from({ length: objective.payable(options.batch) }, draw));
  }
}

async function lines(options: MonteCarloOptions, objective: Objective, start: Sample, method: LineMethod): Promise<void> {
  const { epsilon, iterations, r } = options;
  let at = start;
  let { step } = options;
  for (let failures = 0; failures < patience * objective.dimension;) {
    const direction = randomDirection(objective.dimension, objective.random);
    let best = at;
    const costs = async (places: readonly number[]): Promise<number[]> => {
      const samples = await objective.evaluate(places.map((place) => addScaled(at.unit, direction, place)));
      for (const sample of samples) if (sample.cost < best.cost) best = sample;
      return samples.map(({ cost }) => cost);
    };
    const { lower, upper } = lineRange(at.unit, direction, 'last');
    const found = await lineSearch(costs, { cost: at.cost, step, lower, upper, growth: r, iterations }, method, epsilon);
    // Most random directions want a shorter move than the last good one.
    step = Math.max(shortest, best === at ? step * 0.7 : Math.min(2 * step, Math.max(step / 2, Math.abs(found.place))));
    failures = best === at ? failures + 1 : 0;
    at = best;
  }
}
