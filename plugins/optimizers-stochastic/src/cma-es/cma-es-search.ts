import type { Objective } from '@evospice/optimizer-kit';
import {
  cmaEsBounds, cmaEsDistance, cmaEsPenalty, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs, median, type CmaEsBounds, type CmaEsState,
} from '@evospice/toolbox';
import { stopReason, type Tolerances } from './stop-reason.ts';
import type { SearchPlan } from './restart-plan.ts';

/** Generations without a single point that works after which a search is given up. */
const patience = 10;

/** One CMA-ES from its first generation until it has converged. */
export class CmaEsSearch {
  readonly #plan: SearchPlan;
  readonly #tolerances: Tolerances;
  readonly #leastDeviations: readonly number[];
  #state: CmaEsState;
  #bounds: CmaEsBounds = { ranges: [] };
  #best: number[] = [];
  #median: number[] = [];
  #last: readonly number[] = [];
  #spent = 0;
  #barren = 0;

  /** @param leastDeviations along each axis, 0 for continuous parameters. */
  constructor(mean: readonly number[], plan: SearchPlan, tolerances: Tolerances, leastDeviations: readonly number[]) {
    this.#plan = plan;
    this.#tolerances = tolerances;
    this.#leastDeviations = leastDeviations;
    this.#state = createCmaEs(mean, plan.sigma0, plan.lambda);
  }

  /** Evaluations so far. */
  get spent(): number {
    return this.#spent;
  }

  get lambda(): number {
    return this.#plan.lambda;
  }

  /** Why the search is over; undefined while it is not. */
  get ended(): string | undefined {
    if (this.#barren >= patience) return 'nothing works';
    if (this.#spent >= this.#plan.evaluations) return 'its share of the budget is spent';
    if (this.#last.length === 0) return undefined;
    return stopReason(this.#state, { best: this.#best, median: this.#median, last: this.#last }, this.#plan.sigma0, this.#tolerances);
  }

  /** Costs of another kind come from here on: what was learned from the old ones about their size is forgotten. */
  forgetCosts(): void {
    this.#bounds = { ranges: [] };
    this.#best = [];
    this.#median = [];
    this.#last = [];
  }

  /** One generation, which is one batch. A generation that the stage cannot pay in full teaches nothing. */
  async generation(objective: Objective): Promise<void> {
    const { lambda } = this.#plan;
    const count = objective.payable(lambda);
    const points = cmaEsSample(this.#state, objective.random, count);
    const samples = await objective.evaluate(points);
    this.#spent += count;
    if (count < lambda) return;

    const costs = samples.map(({ cost }) => cost);
    const working = costs.filter(Number.isFinite).sort((a, b) => a - b);
    if (working.length === 0) {
      // The start works, and so may what lies closer to it.
      this.#barren++;
      this.#state = { ...this.#state, sigma: this.#state.sigma / 2 };
      return;
    }
    this.#barren = 0;
    this.#bounds = cmaEsBounds(this.#bounds, this.#state, costs);
    this.#state = cmaEsWidened(cmaEsUpdate(this.#state, this.#ranked(points, costs)), this.#leastDeviations);
    this.#best.push(working[0]!);
    this.#median.push(median(working));
    this.#last = working;
  }

  /** Best first, by cost and penalty; failed points last, those far from the mean at the very end. */
  #ranked(points: readonly (readonly number[])[], costs: readonly number[]): (readonly number[])[] {
    const keys = points.map((point, index) => {
      const cost = costs[index]!;
      return { point, failed: cost === Infinity, value: cost === Infinity ? cmaEsDistance(this.#state, point) : cost + cmaEsPenalty(this.#bounds, this.#state, point) };
    });
    return keys.sort((a, b) => Number(a.failed) - Number(b.failed) || a.value - b.value).map(({ point }) => point);
  }
}
