import type { ExtractionProblem, OptimizerContext, ProblemParameter } from '@evospice/contracts';
import { cheapest, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { adaptMoveRange, initialTemperature, latinHypercube, metropolisProbability, permutation, widestGridStep } from '@evospice/toolbox';
import type { SimulatedAnnealingOptions } from './options.ts';

/**
 * Simulated annealing (Kirkpatrick, Gelatt & Vecchi, Science 220:671-680, 1983) with moves along one axis at a time, every axis
 * in its turn (Corana, Marchesi, Martini & Ridella, ACM TOMS 13:262-280, 1987), with the options of SPICE OPUS's
 * `simulated_annealing`. That command's first temperature is not published: here it is -(max - min) / ln 0.9 over the first
 * points, at which a rise over their whole range is taken nine times of ten. One move is one batch.
 */
export async function simulatedAnnealingSearch(problem: ExtractionProblem, context: OptimizerContext, options: SimulatedAnnealingOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => anneal(options, objective, start));
}

async function anneal(options: SimulatedAnnealingOptions, objective: Objective, start: Sample): Promise<void> {
  const { initNumOfPts, tmin, rangeMin, moves } = options;
  const { random, dimension } = objective;
  const first = [start, ...(await objective.evaluate(latinHypercube(initNumOfPts - 1, dimension, random)))];
  let present = cheapest(first);
  const hottest = initialTemperature(first.map(({ cost }) => cost));
  if (hottest <= tmin) return;
  const alpha = factor(options, hottest, objective.affordable);
  const walk = new AxisWalk(objective.parameters, rangeMin, () => permutation(dimension, random));

  for (let temperature = hottest; temperature > tmin; temperature *= alpha) {
    const progress = Math.log(hottest / temperature) / Math.log(hottest / tmin);
    for (let move = 0; move < moves; move++) {
      const axis = walk.next();
      const range = options.range === 'adaptive' ? walk.adaptedRange(axis) : walk.range(axis, rangeMin ** progress);
      const place = present.unit[axis]!;
      const [low, high] = [Math.max(0, place - range), Math.min(1, place + range)];
      const tried = await objective.evaluateOne(present.unit.with(axis, low + (high - low) * random.next()));
      const accepted = random.next() < metropolisProbability(present.cost, tried.cost, temperature);
      if (accepted) present = tried;
      walk.record(axis, accepted);
    }
  }
}

/** Factor of the temperature, smaller than alpha where the budget asks for it. */
function factor(options: SimulatedAnnealingOptions, hottest: number, affordable: number): number {
  const { alpha, tmin, moves, fit } = options;
  if (!fit) return alpha;
  return Math.min(alpha, (tmin / hottest) ** (1 / Math.max(1, Math.floor(affordable / moves))));
}

/** Moves of one axis that are counted before its range is adapted. */
const cycle = 5;

/** Takes the axes in random order, round after round, and keeps the range of each. */
class AxisWalk {
  readonly #order: () => number[];
  readonly #smallest: readonly number[];
  readonly #axes: { range: number; tried: number; accepted: number }[];
  #queue: number[] = [];

  constructor(parameters: readonly ProblemParameter[], rangeMin: number, order: () => number[]) {
    this.#order = order;
    // A discrete parameter does not move at all within less than its increment.
    this.#smallest = parameters.map((parameter) => Math.max(rangeMin, widestGridStep(parameter)));
    this.#axes = parameters.map(() => ({ range: 1, tried: 0, accepted: 0 }));
  }

  next(): number {
    if (this.#queue.length === 0) this.#queue = this.#order();
    return this.#queue.pop()!;
  }

  range(axis: number, wanted: number): number {
    return Math.max(this.#smallest[axis]!, wanted);
  }

  adaptedRange(axis: number): number {
    return this.#axes[axis]!.range;
  }

  record(axis: number, accepted: boolean): void {
    const counts = this.#axes[axis]!;
    counts.tried++;
    if (accepted) counts.accepted++;
    if (counts.tried < cycle) return;
    this.#axes[axis] = { range: Math.min(1, this.range(axis, adaptMoveRange(counts.range, counts.accepted / counts.tried))), tried: 0, accepted: 0 };
  }
}
