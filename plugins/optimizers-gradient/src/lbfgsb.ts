import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import type { Place, SearchSpace } from '@evospice/optimizer-kit';
import { backtrack, cauchyPoint, limitedMemoryMatrix, lineRange, quadraticSearch, rememberPair, subspaceMinimum, subtract, type CurvaturePair } from '@evospice/toolbox';
import { longestMove, type DescentMethod, type Station } from './descend.ts';
import { Gradient } from './gradient.ts';
import type { LbfgsbOptions } from './options.ts';
import { runDescent } from './run-descent.ts';

/**
 * L-BFGS-B (Byrd, Lu, Nocedal & Zhu 1995, SIAM J. Sci. Comput. 16:1190-1208) in the unit cube: a limited-memory BFGS model of the cost, its generalized Cauchy
 * point along the bent steepest descent, the minimum over the coordinates that this leaves free, and a search along the line to it. That one backtracks unless told otherwise,
 * with one look further where the parabola says so, instead of asking for Wolfe's second condition: every gradient that the condition asks for
 * would cost as many simulations as there are parameters. Pairs without positive curvature are left out of the model.
 */
export async function lbfgsbSearch(problem: ExtractionProblem, context: OptimizerContext, options: LbfgsbOptions): Promise<void> {
  await runDescent('lbfgsb', problem, context, { ...options, transformation: 'no' }, (space, expressions) => new BoundedDescent(space, new Gradient(space, options, expressions), options));
}

class BoundedDescent implements DescentMethod {
  readonly #space: SearchSpace;
  readonly #gradient: Gradient;
  readonly #options: LbfgsbOptions;
  #pairs: readonly CurvaturePair[] = [];

  constructor(space: SearchSpace, gradient: Gradient, options: LbfgsbOptions) {
    this.#space = space;
    this.#gradient = gradient;
    this.#options = options;
  }

  gradient(place: Place): Promise<number[]> {
    return this.#gradient.at(place);
  }

  direction({ place, gradient }: Station): number[] {
    // Without pairs nothing is known but the slope: the model moves the steepest coordinate by the first step.
    const matrix = limitedMemoryMatrix(this.#pairs, gradient.length, Math.max(longestMove(gradient), Number.MIN_VALUE) / this.#options.step);
    const cauchy = cauchyPoint(place.at, gradient, matrix);
    return subtract(subspaceMinimum(place.at, gradient, matrix, cauchy), place.at);
  }

  async search({ place }: Station, direction: readonly number[], slope: number): Promise<Place> {
    const line = this.#space.line(place, direction);
    // The model's minimum lies inside the cube: 1 is always allowed, but for rounding.
    const longest = Math.max(1, lineRange(place.at, direction).upper);
    const { method, epsilon, iterations } = this.#options;
    if (method === 'backtracking') await backtrack(line.costs, { cost: place.cost, slope, step: 1, longest, iterations });
    else await quadraticSearch(line.costs, { cost: place.cost, slope, step: 1, lower: 0, upper: longest, growth: 2, iterations }, epsilon);
    return line.best;
  }

  learn(step: readonly number[], change: readonly number[]): void {
    this.#pairs = rememberPair(this.#pairs, { step, change }, this.#options.memory);
  }

  forget(): boolean {
    const learned = this.#pairs.length > 0;
    this.#pairs = [];
    return learned;
  }

  sharpen(): boolean {
    return this.#gradient.sharpen();
  }
}
