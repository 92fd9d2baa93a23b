import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { byCost, cheapest, runSearch, type CostKind, type Objective, type Sample } from '@evospice/optimizer-kit';
import {
  createTrustBox, extendGaussianProcess, maximizeExpectedImprovement, predictGaussianProcess, trustBoxBounds, updateTrustBox, type GaussianProcess,
} from '@evospice/toolbox';
import type { BayesianOptions } from './options.ts';
import { Observations, type Observation } from './observations.ts';
import { startDesign } from './start-design.ts';
import { Surrogate } from './surrogate.ts';
import { globalSubset, localSubset } from './training-set.ts';

/** Parameters above which `trustRegion: auto` searches locally from the first, and observations a parameter after which it does so below. */
const globalDimensions = 10;
const globalShare = 10;
/** Gain, as a fraction of the cost, that counts as a success of the trust region, as in Eriksson et al. 2019. */
const noticeable = 1e-3;

interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/**
 * Bayesian optimization: a Gaussian process with a Matern 5/2 kernel of one length scale a parameter models the cost or
 * its logarithm, and the place of largest expected improvement is simulated next (Jones, Schonlau & Welch 1998, "EGO"; Snoek,
 * Larochelle & Adams 2012; Ament et al. 2023 for the logarithm of the expected improvement). With more than ten parameters, and
 * with fewer once it has seen the cube, the search keeps to a trust region about its best point, and starts again when that has
 * collapsed (Eriksson et al. 2019, "TuRBO-1"; here with expected improvement in place of Thompson sampling). The
 * points of a batch are chosen one after the other, the model taking its own predictions for true (Ginsbourger, Le
 * Riche & Carraro 2010, "kriging believer"). Failures count as the worst cost seen. Discrete parameters are snapped to their grid.
 */
export async function bayesianSearch(problem: ExtractionProblem, context: OptimizerContext, options: BayesianOptions): Promise<void> {
  const observations = new Observations();
  const searched = new Set<CostKind>();
  await runSearch(problem, context, options, async (objective, start) => {
    const again = searched.has(objective.kind);
    searched.add(objective.kind);
    observations.add([start, ...objective.elites(100)]);
    await startDesign(objective, observations, options.design);
    await searchGlobally(options, objective, observations, globalCount(options, objective.dimension));
    await searchLocally(options, objective, observations, again ? start : undefined);
  });
}

/** Number of observations at which the search becomes local. */
function globalCount(options: BayesianOptions, dimension: number): number {
  const { trustRegion } = options;
  if (trustRegion === 'auto') return dimension > globalDimensions ? 0 : globalShare * (dimension + 1);
  return trustRegion === 'always' ? 0 : Infinity;
}

/** Until there are so many observations, or the stage ends. */
async function searchGlobally(options: BayesianOptions, objective: Objective, observations: Observations, until: number): Promise<void> {
  const cube = { lower: Array.from({ length: objective.dimension }, () => 0), upper: Array.from({ length: objective.dimension }, () => 1) };
  const surrogate = new Surrogate(options.transform, objective.random);
  while (observations.count < until) {
    const all = observations.under(objective.kind);
    const model = surrogate.model(globalSubset(all, options.training), all.length);
    observations.add(await objective.evaluate(choose(options, objective, model, observations, cube, surrogate.valueOf(cheapest(all).cost))));
  }
}

/** Until the trust region has collapsed. @param from where a renewed search starts; the best point of all otherwise. */
async function searchLocally(options: BayesianOptions, objective: Objective, observations: Observations, from: Sample | undefined): Promise<void> {
  const { dimension, kind } = objective;
  const surrogate = new Surrogate(options.transform, objective.random);
  let box: ReturnType<typeof updateTrustBox> = createTrustBox();
  let centre: Observation = from ?? cheapest(observations.under(kind));
  while (box !== undefined) {
    const all = observations.under(kind);
    const near = localSubset(all, options.training, centre.unit, surrogate.lengthScales ?? centre.unit.map(() => 1));
    const model = surrogate.model(near, all.length);
    const bounds = trustBoxBounds(box, centre.unit, model.parameters.lengthScales);
    const batch = choose(options, objective, model, observations, bounds, surrogate.valueOf(centre.cost));
    const found = await objective.evaluate(batch);
    observations.add(found);
    const best = cheapest(found);
    const success = best.cost < (1 - noticeable) * centre.cost;
    if (best.cost < centre.cost) centre = best;
    box = updateTrustBox(box, success, dimension, batch.length);
  }
  objective.log(`the trust region has collapsed at ${centre.cost.toPrecision(4)}`);
}

/** The next batch, its points on the grid of discrete parameters and none of them seen before. */
function choose(options: BayesianOptions, objective: Objective, process: GaussianProcess, observations: Observations, { lower, upper }: Box, best: number): number[][] {
  const { parameters, random, kind } = objective;
  const inside = (unit: readonly number[]): boolean => unit.every((place, axis) => place >= lower[axis]! && place <= upper[axis]!);
  const around = byCost(observations.under(kind).filter(({ unit }) => inside(unit))).slice(0, 5).map(({ unit }) => unit);
  const chosen: number[][] = [];
  let model = process;
  let goal = best;
  while (chosen.length < objective.payable(options.batch)) {
    const places = maximizeExpectedImprovement(model, { best: goal, lower, upper, random, around, candidates: options.candidates }).map(({ point }) => objective.placeOf(point));
    const fresh = places.find((point) => !observations.has(point) && chosen.every((other) => other.join() !== point.join())) ?? parameters.map(() => random.next());
    chosen.push(fresh);
    if (chosen.length === options.batch) break;
    const { mean } = predictGaussianProcess(model, fresh);
    model = extendGaussianProcess(model, [fresh], [mean]);
    goal = Math.min(goal, mean);
  }
  return chosen;
}
