import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { byCost, runSearch, type Objective } from '@evospice/optimizer-kit';
import { createParzen, logParzenDensity, sampleParzen, type ParzenEstimator } from '@evospice/toolbox';
import { Observations } from './observations.ts';
import { startDesign } from './start-design.ts';
import type { TpeOptions } from './options.ts';

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
export async function tpeSearch(problem: ExtractionProblem, context: OptimizerContext, options: TpeOptions): Promise<void> {
  const observations = new Observations();
  await runSearch(problem, context, options, async (objective, start) => {
    observations.add([start, ...objective.elites(100)]);
    await startDesign(objective, observations, options.design);
    for (;;) observations.add(await objective.evaluate(choose(options, objective, observations)));
  });
}

function choose(options: TpeOptions, objective: Objective, observations: Observations): number[][] {
  const { gamma, most, batch } = options;
  const { dimension } = objective;
  const ranked = byCost(observations.under(objective.kind));
  const good = Math.min(most, Math.max(2, Math.ceil(gamma * ranked.length)));
  const units = ranked.map(({ unit }) => unit);
  const leastDeviation = Math.max(options.leastDeviation, Math.min(widest, (widest * settled) / ranked.length));
  const better = createParzen(units.slice(0, good), dimension, { leastDeviation });
  const worse = createParzen(units.slice(good), dimension, { leastDeviation });
  return Array.from({ length: objective.payable(batch) }, () => draw(options, objective, observations, better, worse));
}

function draw(options: TpeOptions, objective: Objective, observations: Observations, better: ParzenEstimator, worse: ParzenEstimator): number[] {
  const { parameters, random } = objective;
  const drawn = Array.from({ length: options.candidates }, () => objective.placeOf(sampleParzen(better, random))).filter((point) => !observations.has(point));
  // On a small grid all draws may be known: then anywhere.
  if (drawn.length === 0) return parameters.map(() => random.next());
  const ratios = drawn.map((point) => logParzenDensity(better, point) - logParzenDensity(worse, point));
  return drawn[ratios.indexOf(Math.max(...ratios))]!;
}
