import type { RandomSource } from '@evospice/contracts';

/** How one search of a run with restarts begins. */
export interface SearchPlan {
  readonly lambda: number;
  readonly sigma0: number;
  /** Evaluations at most. */
  readonly evaluations: number;
}

export interface RestartPlanOptions {
  readonly strategy: 'ipop' | 'bipop';
  readonly lambda: number;
  readonly sigma0: number;
}

/**
 * Population sizes of restarts. IPOP (Auger & Hansen, CEC 2005) doubles lambda each time. BIPOP (Hansen, GECCO workshop 2009) has
 * two regimes and takes the one that has spent less: large, which doubles lambda, and small, with a random lambda between the
 * default and half of the large one, sigma 1 to 100 times smaller, and half of what the last large search spent.
 */
export class RestartPlan {
  readonly #options: RestartPlanOptions;
  #doublings = 0;
  #large = { spent: 0, last: 0 };
  #small = 0;
  #present: 'first' | 'large' | 'small' = 'first';

  constructor(options: RestartPlanOptions) {
    this.#options = options;
  }

  /** The next search, after one that took `spent` evaluations. */
  next(spent: number, random: RandomSource): SearchPlan {
    const { strategy, lambda, sigma0 } = this.#options;
    if (this.#present === 'small') this.#small += spent;
    else this.#large = { spent: this.#large.spent + spent, last: spent };
    // The first search is of neither regime; the first restart is a large one.
    if (this.#present === 'first') this.#large.spent = 0;
    const large = strategy === 'ipop' || this.#present === 'first' || this.#large.spent <= this.#small;
    if (large) {
      this.#present = 'large';
      this.#doublings++;
      return { lambda: lambda * 2 ** this.#doublings, sigma0, evaluations: Infinity };
    }
    this.#present = 'small';
    const share = random.next() ** 2;
    return {
      lambda: Math.floor(lambda * (0.5 * 2 ** this.#doublings) ** share),
      sigma0: sigma0 * 10 ** (-2 * random.next()),
      evaluations: this.#large.last / 2,
    };
  }
}
