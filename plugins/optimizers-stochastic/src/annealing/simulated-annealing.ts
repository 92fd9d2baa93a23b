import type { ExtractionProblem, OptimizerContext, ProblemParameter, RandomSource } from '@evospice/contracts';
import { cheapest, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { adaptMoveRange, cauchy, initialTemperature, latinHypercube, metropolisProbability, permutation, redrawIntoUnit, widestGridStep } from '@evospice/toolbox';
import type { SimulatedAnnealingOptions } from './options.ts';

/**
 * Simulated annealing (Kirkpatrick, Gelatt & Vecchi, Science 220:671-680, 1983) with moves along one axis at a time, every axis
 * in its turn (Corana, Marchesi, Martini & Ridella, ACM TOMS 13:262-280, 1987), with the options of SPICE OPUS's
 * `simulated_annealing`. That command's first temperature is not published: here it is -(max - min) / ln 0.9 over the first
 * points, at which a rise over their whole range is taken nine times of ten. A range that keeps half of the moves acceptable ends
 * narrower than the well it is in, from which nothing leads out: hence moves with the long tail of a Cauchy distribution (Szu &
 * Hartley, Phys. Lett. A 122:157-162, 1987), and a share of them to anywhere on the axis. One move is one batch.
 */
export async function simulatedAnnealingSearch(problem: ExtractionProblem, context: OptimizerContext, options: SimulatedAnnealingOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => anneal(options, objective, start));
}

async function anneal(options: SimulatedAnnealingOptions, objective: Objective, start: Sample): Promise<void> {
  const { initNumOfPts, tmin, rangeMin, moves, far } = options;
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
      const anywhere = random.next() < far;
      const tried = await objective.evaluateOne(anywhere ? present.unit.with(axis, random.next()) : nearby(present.unit, axis, range, random));
      const accepted = random.next() < metropolisProbability(present.cost, tried.cost, temperature);
      if (accepted) present = tried;
      if (!anywhere) walk.record(axis, accepted);
    }
  }
}

/** Median length of a near move, as a share of the range of its axis. */
const medianMove = 0.3;

/** The point with one coordinate moved by a Cauchy variable, whose long tail reaches beyond a well of the cost now and then. */
function nearby(unit: readonly number[], axis: number, range: number, random: RandomSource): number[] {
  return redrawIntoUnit(unit.with(axis, unit[axis]! + cauchy(medianMove * range, random)), unit, random);
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
