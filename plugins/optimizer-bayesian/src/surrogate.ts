import type { RandomSource } from '@evospice/kernel';
import { conditionGaussianProcess, extendGaussianProcess, fitGaussianProcess, type GaussianProcess } from '@evospice/toolbox';
import type { TrainingSet } from './training-set.ts';

/**
 * The model of a search. Its parameters are fitted anew when the observations have grown by a tenth, and searched for from
 * several starts when they have grown by half; between, new rows are appended to the covariance's factor, or the factor is made anew where the training
 * set changed otherwise.
 */
export class Surrogate {
  readonly #random: RandomSource;
  #process: GaussianProcess | undefined;
  #set: TrainingSet | undefined;
  #fittedAt = 0;
  #searchedAt = 0;

  constructor(random: RandomSource) {
    this.#random = random;
  }

  /** Length scales of the present model; undefined before the first. */
  get lengthScales(): readonly number[] | undefined {
    return this.#process?.parameters.lengthScales;
  }

  /** @param seen number of observations behind the training set. */
  model(set: TrainingSet, seen: number): GaussianProcess {
    this.#process = this.#next(set, seen);
    this.#set = set;
    return this.#process;
  }

  #next(set: TrainingSet, seen: number): GaussianProcess {
    const { points, values } = set;
    const from = this.#process?.parameters;
    if (from === undefined || seen >= 1.5 * this.#searchedAt) {
      this.#fittedAt = this.#searchedAt = seen;
      return fitGaussianProcess(points, values, { ...(from === undefined ? {} : { from }), starts: from === undefined ? 3 : 4, random: this.#random });
    }
    if (seen >= this.#fittedAt + Math.max(1, Math.min(10, 0.1 * this.#fittedAt))) {
      this.#fittedAt = seen;
      return fitGaussianProcess(points, values, { from, starts: 1, iterations: 15 });
    }
    const before = this.#set!.points.length;
    if (points.length > before && this.#set!.values.every((value, index) => value === values[index] && this.#set!.points[index] === points[index])) {
      return extendGaussianProcess(this.#process!, points.slice(before), values.slice(before));
    }
    return conditionGaussianProcess(points, values, from);
  }
}
