import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import type { Place, SearchSpace } from '@evospice/optimizer-kit';
import { assembleHessian, hessianPoints, newtonStep } from '@evospice/toolbox';
import type { DescentMethod, Station } from './descend.ts';
import type { GradientExpressions } from './gradient-expressions.ts';
import { LineWalk } from './line-walk.ts';
import type { NewtonOptions } from './options.ts';
import { runDescent } from './run-descent.ts';

/**
 * Newton's method with numerical gradient and Hessian, one batch of 2 n + n (n - 1) / 2 simulations an iteration (Nocedal & Wright 2006, ch. 3 and 8). An
 * indefinite Hessian is repaired in its eigenvalues, the step goes into a line search. A coordinate on a wall that the gradient pushes
 * against stays there, the step being that of the others.
 */
export async function newtonSearch(problem: ExtractionProblem, context: OptimizerContext, options: NewtonOptions): Promise<void> {
  await runDescent('newton', problem, context, options, (space, expressions) => new NewtonDescent(space, options, expressions));
}

/** Each sharpening makes the differences so much closer, down to a tenth of the root of the noise. */
const closer = 0.1;

class NewtonDescent implements DescentMethod {
  readonly #space: SearchSpace;
  readonly #options: NewtonOptions;
  readonly #expressions: GradientExpressions | undefined;
  readonly #walk: LineWalk;
  #hessian: readonly (readonly number[])[] = [];
  #step: number;

  constructor(space: SearchSpace, options: NewtonOptions, expressions: GradientExpressions | undefined) {
    this.#space = space;
    this.#options = options;
    this.#expressions = expressions;
    this.#walk = new LineWalk(space, options);
    this.#step = options.noise ** 0.25;
  }

  async gradient(place: Place): Promise<readonly number[]> {
    const { points, moves } = hessianPoints(place.at, place.at.map(() => this.#step), this.#space.walls);
    const costs = (await this.#space.evaluate(points)).map(({ cost }) => cost);
    const { gradient, hessian } = assembleHessian(place.cost, moves, costs);
    this.#hessian = hessian;
    const given = this.#expressions?.at(place.unit);
    const chain = this.#space.chain(place);
    return gradient.map((slope, axis) => (given?.[axis] === undefined ? slope : given[axis] * chain[axis]!));
  }

  direction({ gradient, free }: Station): number[] {
    const axes = [...free.keys()].filter((axis) => free[axis]!);
    const step = newtonStep(axes.map((i) => axes.map((j) => this.#hessian[i]![j]!)), axes.map((axis) => gradient[axis]!), this.#options.floor);
    return free.map((moves, axis) => (moves ? step[axes.indexOf(axis)]! : 0));
  }

  search(station: Station, direction: readonly number[], slope: number): Promise<Place> {
    return this.#walk.search(station, direction, slope, true);
  }

  forget(): boolean {
    return false;
  }

  sharpen(): boolean {
    if (this.#step * closer < Math.sqrt(this.#options.noise)) return false;
    this.#step *= closer;
    return true;
  }
}
