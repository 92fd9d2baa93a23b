import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import type { Place } from '@evospice/optimizer-kit';
import { dfpUpdate, identity } from '@evospice/toolbox';
import type { DescentMethod, Station } from './descend.ts';
import { Gradient } from './gradient.ts';
import { LineWalk } from './line-walk.ts';
import type { DavidonFletcherPowellOptions } from './options.ts';
import { runDescent } from './run-descent.ts';

/**
 * The variable metric method of Davidon (1959, published 1991), Fletcher and Powell (1963, Comput. J. 6:163-168) in the unit cube: an inverse Hessian that starts
 * as the identity and learns from every move. On a wall that the gradient pushes against a coordinate stays, and its row and column
 * do not count (Bertsekas 1982, SIAM J. Control Optim. 20:221-246). Where the direction brings nothing, it starts again from the identity.
 */
export async function davidonFletcherPowellSearch(problem: ExtractionProblem, context: OptimizerContext, options: DavidonFletcherPowellOptions): Promise<void> {
  await runDescent('dfp', problem, context, options, (space, expressions) =>
    new VariableMetric(new Gradient(space, options, expressions), new LineWalk(space, options), problem.parameters.length, options.modification));
}

class VariableMetric implements DescentMethod {
  readonly #gradient: Gradient;
  readonly #walk: LineWalk;
  readonly #dimension: number;
  readonly #modification: DavidonFletcherPowellOptions['modification'];
  #inverse: readonly (readonly number[])[];
  #updates = 0;

  constructor(gradient: Gradient, walk: LineWalk, dimension: number, modification: DavidonFletcherPowellOptions['modification']) {
    this.#gradient = gradient;
    this.#walk = walk;
    this.#dimension = dimension;
    this.#modification = modification;
    this.#inverse = identity(dimension);
  }

  gradient(place: Place): Promise<number[]> {
    return this.#gradient.at(place);
  }

  direction({ gradient, free }: Station): number[] {
    return this.#inverse.map((row, i) => (free[i]! ? -row.reduce((sum, value, j) => sum + (free[j]! ? value * gradient[j]! : 0), 0) : 0));
  }

  search(station: Station, direction: readonly number[], slope: number): Promise<Place> {
    return this.#walk.search(station, direction, slope, this.#updates > 0);
  }

  learn(step: readonly number[], change: readonly number[]): void {
    if (this.#modification === 'modified' && this.#updates >= this.#dimension) {
      this.forget();
      return;
    }
    const scaling = this.#modification === 'first' || this.#modification === 'second' ? this.#modification : 'no';
    this.#inverse = dfpUpdate(this.#inverse, step, change, scaling);
    this.#updates++;
  }

  forget(): boolean {
    const learned = this.#updates > 0;
    this.#inverse = identity(this.#dimension);
    this.#updates = 0;
    return learned;
  }

  sharpen(): boolean {
    return this.#gradient.sharpen();
  }
}
