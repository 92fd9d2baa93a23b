import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { runSearch, type Objective } from '@evospice/optimizer-kit';
import { createParzen, fromUnit, latinHypercube, logParzenDensity, sampleParzen, sobol, toUnit, type ParzenEstimator } from '@evospice/toolbox';
import { Observations } from './observations.ts';
import type { TpeOptions } from './tpe-options.ts';

/**
 * Least width of a kernel at first, and the number of points from which it falls. Scott's rule alone makes kernels of a few
 * good points so narrow that the search ends in the first cluster of them; measured on Branin and Hartmann's functions.
 */
const [widest, settled] = [0.1, 60];

/**
 * Tree-structured Parzen estimator (Bergstra et al. 2011, "Algorithms for hyper-parameter optimization"): one density for
 * the good points, one for the others; of some draws from the first the one where the ratio of both is largest is simulated. Kernels
 * are products over all parameters, as in Falkner, Klein & Hutter 2018 ("BOHB"), so that dependences are kept. Failures count
 * among the others. It looks at ranks only, and costs next to nothing.
 */
export class Tpe implements Optimizer {
  readonly name = 'tpe';
  readonly #options: TpeOptions;

  constructor(options: TpeOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const observations = new Observations();
    await runSearch(problem, context, this.#options, async (objective, start) => {
      observations.add([start, ...objective.elites(100)]);
      await this.#startDesign(objective, observations);
      for (;;) observations.add(await objective.evaluate(this.#choose(objective, observations)));
    });
  }

  async #startDesign(objective: Objective, observations: Observations): Promise<void> {
    const { dimension, random, affordable } = objective;
    const wanted = this.#options.design ?? Math.min(2 * (dimension + 1), Math.ceil(affordable / 4));
    const count = Math.min(wanted - observations.count, affordable);
    if (count <= 0) return;
    observations.add(await objective.evaluate(dimension <= 80 ? sobol(count, dimension, random) : latinHypercube(count, dimension, random)));
  }

  #choose(objective: Objective, observations: Observations): number[][] {
    const { gamma, most, batch } = this.#options;
    const { dimension, affordable } = objective;
    const ranked = observations.under(objective.kind).sort((a, b) => a.cost - b.cost);
    const good = Math.min(most, Math.max(2, Math.ceil(gamma * ranked.length)));
    const units = ranked.map(({ unit }) => unit);
    const leastDeviation = Math.max(this.#options.leastDeviation, Math.min(widest, (widest * settled) / ranked.length));
    const better = createParzen(units.slice(0, good), dimension, { leastDeviation });
    const worse = createParzen(units.slice(good), dimension, { leastDeviation });
    return Array.from({ length: Math.max(1, Math.min(batch, affordable)) }, () => this.#draw(objective, observations, better, worse));
  }

  #draw({ parameters, random }: Objective, observations: Observations, better: ParzenEstimator, worse: ParzenEstimator): number[] {
    const snapped = (unit: number[]): number[] => (parameters.some(({ increment }) => increment !== undefined) ? toUnit(parameters, fromUnit(parameters, unit)) : unit);
    const drawn = Array.from({ length: this.#options.candidates }, () => snapped(sampleParzen(better, random))).filter((point) => !observations.has(point));
    // On a small grid all draws may be known: then anywhere.
    if (drawn.length === 0) return parameters.map(() => random.next());
    const ratios = drawn.map((point) => logParzenDensity(better, point) - logParzenDensity(worse, point));
    return drawn[ratios.indexOf(Math.max(...ratios))]!;
  }
}
