import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { runSearch, SearchSpace, type Objective, type Place as SearchedPlace, type Sample } from '@evospice/optimizer-kit';
import { addScaled, clipToUnit, lineRange, lineSearch, subtract, type LineMinimum, type LinePoint } from '@evospice/toolbox';
import { axes, learned, type Direction } from './direction.ts';
import type { PowellOptions } from './options.ts';

/** A point in the coordinates that are searched, with its cost. */
type Place = Pick<SearchedPlace, 'at' | 'cost'>;

/**
 * Powell's method of conjugate directions (Powell 1964, Comput. J. 7:155-162): a cycle of line searches along n directions, then, unless
 * Powell's rule discards it, one along the whole move of the cycle, which takes the place of the direction that brought most (Brent 1973,
 * Algorithms for Minimization without Derivatives, ch. 7, on why the rule is needed: without it directions become dependent).
 * A direction remembers its curvature, so that two places give the next parabola, as Powell's own program does.
 * Where a cycle brings next to nothing, the axes are taken once more before the search has converged. Lines are bent at
 * the walls: coordinates stay on them while the others move on. Discrete parameters are snapped where they are simulated.
 */
export async function powellSearch(problem: ExtractionProblem, context: OptimizerContext, options: PowellOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => new ConjugateDirections(objective, options).from(start));
}

class ConjugateDirections {
  readonly #space: SearchSpace;
  readonly #dimension: number;
  readonly #options: PowellOptions;

  constructor(objective: Objective, options: PowellOptions) {
    this.#space = new SearchSpace(objective, options);
    this.#dimension = objective.dimension;
    this.#options = options;
  }

  async from(start: Sample): Promise<void> {
    const { step, tolerance } = this.#options;
    let present: Place = await this.#space.enter(start);
    let directions = axes(this.#dimension, step);
    for (let fresh = true; ;) {
      const first = present;
      let largest = { drop: 0, index: 0 };
      for (const [index, direction] of directions.entries()) {
        const before = present.cost;
        const { place, found } = await this.#along(present, direction);
        present = place;
        directions[index] = learned(direction, found);
        if (before - present.cost > largest.drop) largest = { drop: before - present.cost, index };
      }
      if (!(first.cost - present.cost > tolerance * Math.abs(first.cost))) {
        if (fresh) return;
        directions = axes(this.#dimension, Math.max(step / 10, 1e-3));
        fresh = true;
        continue;
      }
      fresh = false;
      const joined = await this.#join(first, present, largest.drop);
      if (joined === undefined) continue;
      present = joined.place;
      directions = [...directions.slice(0, largest.index), ...directions.slice(largest.index + 1), joined.direction];
    }
  }

  /** The line search along the whole move of a cycle; undefined where Powell's rule discards that direction. */
  async #join(first: Place, last: Place, drop: number): Promise<{ readonly place: Place; readonly direction: Direction } | undefined> {
    const vector = subtract(last.at, first.at);
    const length = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (length === 0) return undefined;
    const [beyond] = await this.#costs([addScaled(last.at, vector)]);
    const reflected = beyond ?? Infinity;
    const gain = first.cost - last.cost;
    const bend = first.cost - 2 * last.cost + reflected;
    if (!(reflected < first.cost) || 2 * bend * (gain - drop) ** 2 >= drop * (first.cost - reflected) ** 2) return undefined;
    // Places in units of the longest coordinate, as those of the axes.
    const unit = vector.map((value) => value / length);
    const known = [{ place: -length, cost: first.cost }, { place: length, cost: reflected }];
    const { place, found } = await this.#along(last, { vector: unit, step: length }, known);
    return { place, direction: learned({ vector: unit, step: length }, found) };
  }

  async #along(from: Place, direction: Direction, known: readonly LinePoint[] = []): Promise<{ readonly place: Place; readonly found: LineMinimum }> {
    const { transformation, method, epsilon, r, iterations } = this.#options;
    const { vector, step, curvature } = direction;
    const walls = transformation === 'no' ? lineRange(from.at, vector, 'last') : { lower: -Infinity, upper: Infinity };
    const line = { cost: from.cost, step, ...walls, growth: r, iterations, known, ...(curvature === undefined ? {} : { curvature }) };
    const found = await lineSearch((places) => this.#costs(places.map((place) => addScaled(from.at, vector, place))), line, method, epsilon);
    const at = found.place === 0 ? from.at : this.#inside(addScaled(from.at, vector, found.place));
    return { place: { at, cost: found.cost }, found };
  }

  async #costs(points: readonly (readonly number[])[]): Promise<number[]> {
    return (await this.#space.evaluate(points)).map(({ cost }) => cost);
  }

  #inside(at: number[]): number[] {
    return this.#options.transformation === 'no' ? clipToUnit(at) : at;
  }
}
