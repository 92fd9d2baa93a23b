import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { runSearch, type CostKind, type Objective, type Sample } from '@evospice/optimizer-kit';
import {
  createTrustBox, extendGaussianProcess, fromUnit, latinHypercube, maximizeExpectedImprovement, predictGaussianProcess, sobol, toUnit, trustBoxBounds, updateTrustBox,
  type GaussianProcess,
} from '@evospice/toolbox';
import type { BayesianOptions } from './bayesian-options.ts';
import { Observations, type Observation } from './observations.ts';
import { Surrogate } from './surrogate.ts';
import { globalSubset, localSubset, trainingSet } from './training-set.ts';

/** Parameters above which `trustRegion: auto` searches locally. */
const globalDimensions = 10;
/** Gain in the model's values that counts as a success of the trust region, as in Eriksson et al. 2019. */
const noticeable = 1e-3;

interface Box {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/**
 * Bayesian optimization: a Gaussian process with a Matern 5/2 kernel of one length scale a parameter models the logarithm
 * of the cost, and the place of largest expected improvement is simulated next (Jones, Schonlau & Welch 1998, "EGO"; Snoek,
 * Larochelle & Adams 2012; Ament et al. 2023 for the logarithm of the expected improvement). With more than ten parameters the search
 * keeps to a trust region about its best point and starts again when that has collapsed (Eriksson et al. 2019, "TuRBO-1"). The
 * points of a batch are chosen one after the other, the model taking its own predictions for true (Ginsbourger, Le
 * Riche & Carraro 2010, "kriging believer"). Failures count as the worst cost seen. Discrete parameters are snapped to their grid.
 */
export class Bayesian implements Optimizer {
  readonly name = 'bayesian';
  readonly #options: BayesianOptions;

  constructor(options: BayesianOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const observations = new Observations();
    const searched = new Set<CostKind>();
    await runSearch(problem, context, this.#options, async (objective, start) => {
      const again = searched.has(objective.kind);
      searched.add(objective.kind);
      observations.add([start, ...objective.elites(100)]);
      const { trustRegion } = this.#options;
      const local = trustRegion === 'always' || (trustRegion === 'auto' && objective.dimension > globalDimensions);
      await this.#startDesign(objective, observations);
      await (local ? this.#searchLocally(objective, observations, again ? start : undefined) : this.#searchGlobally(objective, observations));
    });
  }

  async #startDesign(objective: Objective, observations: Observations): Promise<void> {
    const { dimension, random, affordable } = objective;
    const wanted = this.#options.design ?? Math.min(2 * (dimension + 1), Math.ceil(affordable / 4));
    const count = Math.min(wanted - observations.count, affordable);
    if (count <= 0) return;
    observations.add(await objective.evaluate(dimension <= 80 ? sobol(count, dimension, random) : latinHypercube(count, dimension, random)));
  }

  /** Until the stage ends. */
  async #searchGlobally(objective: Objective, observations: Observations): Promise<void> {
    const cube = { lower: Array.from({ length: objective.dimension }, () => 0), upper: Array.from({ length: objective.dimension }, () => 1) };
    const surrogate = new Surrogate(objective.random);
    for (;;) {
      const all = observations.under(objective.kind);
      const set = trainingSet(globalSubset(all, this.#options.training), this.#options.transform);
      const process = surrogate.model(set, all.length);
      observations.add(await objective.evaluate(this.#choose(objective, process, observations, cube, Math.min(...set.values))));
    }
  }

  /** Until the trust region has collapsed. @param from where a renewed search starts; the best point of all otherwise. */
  async #searchLocally(objective: Objective, observations: Observations, from: Sample | undefined): Promise<void> {
    const { dimension, kind } = objective;
    const surrogate = new Surrogate(objective.random);
    let box: ReturnType<typeof updateTrustBox> = createTrustBox();
    let centre: Observation = from ?? least(observations.under(kind));
    while (box !== undefined) {
      const all = observations.under(kind);
      const near = localSubset(all, this.#options.training, centre.unit, surrogate.lengthScales ?? centre.unit.map(() => 1));
      const process = surrogate.model(trainingSet(near, this.#options.transform), all.length);
      const bounds = trustBoxBounds(box, centre.unit, process.parameters.lengthScales);
      const value = (cost: number): number => trainingSet([centre, { unit: centre.unit, cost }], this.#options.transform).values[1]!;
      const batch = this.#choose(objective, process, observations, bounds, value(centre.cost));
      const found = await objective.evaluate(batch);
      observations.add(found);
      const best = least(found);
      const success = best.cost < centre.cost && value(best.cost) < value(centre.cost) - noticeable * (this.#options.transform === 'log' ? 1 : Math.abs(centre.cost));
      if (best.cost < centre.cost) centre = best;
      box = updateTrustBox(box, success, dimension, batch.length);
    }
    objective.log(`the trust region has collapsed at ${centre.cost.toPrecision(4)}`);
  }

  /** The next batch, its points on the grid of discrete parameters and none of them seen before. */
  #choose(objective: Objective, process: GaussianProcess, observations: Observations, { lower, upper }: Box, best: number): number[][] {
    const { parameters, random, kind } = objective;
    const snapped = (unit: readonly number[]): number[] => (parameters.some(({ increment }) => increment !== undefined) ? toUnit(parameters, fromUnit(parameters, unit)) : [...unit]);
    const inside = (unit: readonly number[]): boolean => unit.every((place, axis) => place >= lower[axis]! && place <= upper[axis]!);
    const around = observations.under(kind).filter(({ unit }) => inside(unit)).sort((a, b) => a.cost - b.cost).slice(0, 5).map(({ unit }) => unit);
    const chosen: number[][] = [];
    let model = process;
    let goal = best;
    while (chosen.length < Math.max(1, Math.min(this.#options.batch, objective.affordable))) {
      const places = maximizeExpectedImprovement(model, { best: goal, lower, upper, random, around, candidates: this.#options.candidates }).map(({ point }) => snapped(point));
      const fresh = places.find((point) => !observations.has(point) && chosen.every((other) => other.join() !== point.join())) ?? parameters.map(() => random.next());
      chosen.push(fresh);
      if (chosen.length === this.#options.batch) break;
      const { mean } = predictGaussianProcess(model, fresh);
      model = extendGaussianProcess(model, [fresh], [mean]);
      goal = Math.min(goal, mean);
    }
    return chosen;
  }
}

function least<Entry extends Observation>(entries: readonly Entry[]): Entry {
  return entries.reduce((best, entry) => (entry.cost < best.cost ? entry : best));
}
