import type { ExtractionProblem, OptimizerContext, RandomSource } from '@evospice/contracts';
import { latinHypercube, reflectIntoUnit, startCandidate } from '@evospice/toolbox';
import { KnownSamples } from './known-samples.ts';
import { Objective, StageEnded } from './objective.ts';
import { lastCostKind, sampleOf, type CostKind, type Sample } from './sample.ts';
import type { SearchOptions } from './options.ts';

/** Share of a parameter's axis that counts as its bound. */
const wallWidth = 1e-3;

/**
 * One search: minimises the objective from a start that is already simulated, until it has converged (then it returns)
 * or the stage is over (then `Objective.evaluate` throws `StageEnded`, which must pass). The best sample is remembered
 * by the driver: nothing is returned.
 */
export type Search = (objective: Objective, start: Sample) => Promise<void>;

/**
 * Drives a search as every optimizer of the product is driven: the start card first (points of a Latin hypercube while
 * it fails), decades before the problem's own error where asked for, again from other points while budget is left.
 */
export async function runSearch(problem: ExtractionProblem, context: OptimizerContext, options: SearchOptions, search: Search): Promise<void> {
  const run = new SearchRun(problem, context, options, search);
  try {
    await run.toEnd();
  } catch (error) {
    if (!(error instanceof StageEnded)) throw error;
  }
}

class SearchRun {
  readonly #problem: ExtractionProblem;
  readonly #context: OptimizerContext;
  readonly #options: SearchOptions;
  readonly #search: Search;
  readonly #known = new KnownSamples();
  /** Restarts in which a parameter left a wall. */
  #left = 0;

  constructor(problem: ExtractionProblem, context: OptimizerContext, options: SearchOptions, search: Search) {
    this.#problem = problem;
    this.#context = context;
    this.#options = options;
    this.#search = search;
  }

  async toEnd(): Promise<void> {
    const whole = this.#objective(this.#lastKind());
    const [start] = await whole.simulate([startCandidate(this.#problem.parameters)]);
    let from = start!.evaluation === undefined ? await this.#firstWorking(whole) : start!;
    for (let round = 0; ; round++) {
      await this.#stages(from);
      const best = whole.best?.cost;
      this.#context.log(`search ${round} ended, best ${best?.toPrecision(4)}, ${this.#context.budget.remaining.toFixed(1)} left`);
      if (!this.#options.restarts || whole.affordable === 0 || this.#context.signal.aborted) return;
      from = await this.#restart(whole, round);
    }
  }

  #lastKind(): CostKind {
    return lastCostKind(this.#problem, this.#options);
  }

  #objective(kind: CostKind, share = 1, enough = -Infinity): Objective {
    const { spent, remaining } = this.#context.budget;
    return new Objective({ problem: this.#problem, context: this.#context, known: this.#known, kind, until: spent + share * remaining, enough });
  }

  /** One search, or one in decades and one in the problem's own error from where that ended. */
  async #stages(from: Sample): Promise<void> {
    let start = from;
    if (this.#options.cost === 'log-then-error' && this.#lastKind() === 'error') {
      const first = sampleOf(from.unit, from.evaluation, 'log');
      if (first.cost > this.#options.errorFrom) {
        const decades = this.#objective('log', 0.5, this.#options.errorFrom);
        await runStage(this.#search, decades, first);
        start = decades.minimum ?? first;
        if (start.cost > first.cost) start = first;
      }
    }
    const kind = this.#lastKind();
    await runStage(this.#search, this.#objective(kind), sampleOf(start.unit, start.evaluation, kind));
  }

  async #firstWorking(objective: Objective): Promise<Sample> {
    for (;;) {
      const found = leastLog(await objective.evaluate(latinHypercube(objective.payable(8), objective.dimension, objective.random)));
      if (found !== undefined) return found;
    }
  }

  async #restart(objective: Objective, round: number): Promise<Sample> {
    const { random, dimension } = objective;
    const spread = round % 3 === 2 ? undefined : 0.1 * (1 + (round % 3));
    for (;;) {
      const count = objective.payable(dimension);
      const { best } = objective;
      const units = spread === undefined || best === undefined ? latinHypercube(count, dimension, random) : this.#around(best.unit, count, spread, random);
      const found = leastLog(await objective.evaluate(units));
      if (found !== undefined) return found;
    }
  }

  /**
   * Points about the best one. At an end of a log axis a parameter may have lost its effect, so that nothing leads back, and a descent
   * from a place near it ends there again. So the parameters at a wall take turns: one of them is put far away, the same for all points, lest
   * the choice among them be the one nearest to the wall. The first point has nothing else changed.
   */
  #around(best: readonly number[], count: number, spread: number, random: RandomSource): number[][] {
    const walls = best.flatMap((place, axis) => (place > wallWidth && place < 1 - wallWidth ? [] : [axis]));
    const leaving = walls[this.#left % walls.length];
    const quarter = 3 - (Math.floor(this.#left / walls.length) % 2);
    const share = leaving === undefined ? 0 : (quarter + random.next()) / 4;
    if (leaving !== undefined) this.#left++;
    return Array.from({ length: count }, (_, index) => reflectIntoUnit(best.map((place, axis) => {
      if (axis === leaving) return place < 0.5 ? share : 1 - share;
      return leaving !== undefined && index === 0 ? place : place + spread * random.normal();
    })));
  }
}

/** Runs one search on one stage's objective, whose end is a normal end. */
async function runStage(search: Search, objective: Objective, start: Sample): Promise<void> {
  try {
    await search(objective, start);
  } catch (error) {
    if (!(error instanceof StageEnded)) throw error;
  }
}

/** The working sample with the least error in decades. */
function leastLog(samples: readonly Sample[]): Sample | undefined {
  const log = (sample: Sample): number => sampleOf(sample.unit, sample.evaluation, 'log').cost;
  const least = samples.reduce<Sample | undefined>((best, sample) => (best === undefined || log(sample) < log(best) ? sample : best), undefined);
  return least?.evaluation === undefined ? undefined : least;
}
