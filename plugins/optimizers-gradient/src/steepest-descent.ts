import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import type { Place } from '@evospice/optimizer-kit';
import { dot } from '@evospice/toolbox';
import type { DescentMethod, Move, Station } from './descend.ts';
import { Gradient } from './gradient.ts';
import { LineWalk } from './line-walk.ts';
import type { SteepestDescentOptions } from './options.ts';
import { runDescent } from './run-descent.ts';

/**
 * Steepest descent (Cauchy 1847) in the unit cube, which scales the parameters: line searches against the gradient. Coordinates on a wall that
 * the gradient pushes against stay there. What a line search misses by, later ones make up for very slowly in a narrow
 * valley. So the last line is searched once more where its slope turns out to have been coarse.
 */
export async function steepestDescentSearch(problem: ExtractionProblem, context: OptimizerContext, options: SteepestDescentOptions): Promise<void> {
  await runDescent('steepest-descent', problem, context, options, (space, expressions) => new SteepestDescent(new Gradient(space, options, expressions), new LineWalk(space, options)));
}

class SteepestDescent implements DescentMethod {
  readonly #gradient: Gradient;
  readonly #walk: LineWalk;
  /** The move after which the gradient was found to be coarse. */
  #coarse: Move | undefined;
  /** Whether the present line is the last one again. */
  #again = false;

  constructor(gradient: Gradient, walk: LineWalk) {
    this.#gradient = gradient;
    this.#walk = walk;
  }

  gradient(place: Place): Promise<number[]> {
    return this.#gradient.at(place);
  }

  direction({ gradient, free }: Station): readonly number[] {
    const steepest = gradient.map((slope, axis) => (free[axis]! ? -slope : 0));
    const secant = this.#coarse === undefined ? undefined : secantStep(this.#coarse, gradient).map((value, axis) => (free[axis]! ? value : 0));
    this.#coarse = undefined;
    this.#again = secant !== undefined && dot(gradient, secant) < 0;
    return this.#again ? secant! : steepest;
  }

  search(station: Station, direction: readonly number[], slope: number): Promise<Place> {
    return this.#walk.search(station, direction, slope, this.#again);
  }

  forget(): boolean {
    return this.#again;
  }

  coarse(move: Move): boolean {
    const coarse = this.#gradient.coarse(move);
    if (coarse) this.#coarse = move;
    return coarse;
  }

  sharpen(): boolean {
    return this.#gradient.sharpen();
  }
}

/** From the end of a move along its line to where the slope vanishes. Both gradients of the change were coarse, so that their errors cancel. */
function secantStep({ step, change }: Move, sharp: readonly number[]): number[] {
  const share = -dot(sharp, step) / dot(change, step);
  return step.map((value) => share * value);
}
