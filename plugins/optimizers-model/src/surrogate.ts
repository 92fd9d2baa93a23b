import type { RandomSource } from '@evospice/contracts';
import { conditionGaussianProcess, extendGaussianProcess, fitGaussianProcess, type GaussianProcess } from '@evospice/toolbox';
import type { Observation } from './observations.ts';
import { likeliestTransform, trainingSet, type TrainingSet, type Transform } from './training-set.ts';

/**
 * The model of a search. Its parameters are fitted anew when the observations have grown by a tenth, and searched for from
 * several starts, the transform of the costs with them, when they have grown by half; between, new rows are appended to the
 * covariance's factor, or the factor is made anew where the training set changed otherwise.
 */
export class Surrogate {
  readonly #random: RandomSource;
  readonly #wanted: Transform | 'auto';
  #transform: Transform = 'log';
  #process: GaussianProcess | undefined;
  #set: TrainingSet | undefined;
  #fittedAt = 0;
  #searchedAt = 0;

  constructor(transform: Transform | 'auto', random: RandomSource) {
    this.#wanted = transform;
    this.#random = random;
  }

  /** Length scales of the present model; undefined before the first. */
  get lengthScales(): readonly number[] | undefined {
    return this.#process?.parameters.lengthScales;
  }

  /** A cost as the present model sees it; there must be one. */
  valueOf(cost: number): number {
    return this.#set!.valueOf(cost);
  }

  /** @param seen number of observations behind those the model is fitted to. */
  model(observations: readonly Observation[], seen: number): GaussianProcess {
    const search = this.#process === undefined || seen >= 1.5 * this.#searchedAt;
    const before = this.#transform;
    if (search) this.#transform = this.#wanted === 'auto' ? likeliestTransform(observations) : this.#wanted;
    const set = trainingSet(observations, this.#transform);
    this.#process = search ? this.#searchParameters(set, seen, before === this.#transform) : this.#update(this.#process!, set, seen);
    this.#set = set;
    return this.#process;
  }

  #searchParameters(set: TrainingSet, seen: number, warm: boolean): GaussianProcess {
    this.#fittedAt = this.#searchedAt = seen;
    const from = warm ? this.#process?.parameters : undefined;
    return fitGaussianProcess(set.points, set.values, { ...(from === undefined ? {} : { from }), starts: from === undefined ? 3 : 4, random: this.#random });
  }

  #update(process: GaussianProcess, { points, values }: TrainingSet, seen: number): GaussianProcess {
    const from = process.parameters;
    if (seen >= this.#fittedAt + Math.max(1, Math.min(10, 0.1 * this.#fittedAt))) {
      this.#fittedAt = seen;
      return fitGaussianProcess(points, values, { from, starts: 1, iterations: 15 });
    }
    const known = this.#set!;
    const before = known.points.length;
    const grown = points.length > before && known.values.every((value, index) => value === values[index] && known.points[index] === points[index]);
    return grown ? extendGaussianProcess(process, points.slice(before), values.slice(before)) : conditionGaussianProcess(points, values, from);
  }
}
