import type { LineSearchOptions, Place, SearchSpace } from '@evospice/optimizer-kit';
import { lineRange, lineSearch } from '@evospice/toolbox';
import { longestMove, type Station } from './descend.ts';

export interface LineWalkOptions extends LineSearchOptions {
  /** Length of the first move, as a share of the range of the parameter that moves most. */
  readonly step: number;
}

/** A first trial moves no coordinate by more than this share of its range. */
const longest = 0.5;

/** Line searches of one descent, bent at the walls: coordinates stay on them while the others move on. */
export class LineWalk {
  readonly #space: SearchSpace;
  readonly #options: LineWalkOptions;
  #gain: number | undefined;

  constructor(space: SearchSpace, options: LineWalkOptions) {
    this.#space = space;
    this.#options = options;
  }

  /**
   * @param full whether 1 is the natural place to try (a Newton-like direction) - else the last decrease tells how far to go.
   * @returns the cheapest place met, the station's own if none was cheaper.
   */
  async search({ place }: Station, direction: readonly number[], slope: number, full: boolean): Promise<Place> {
    const { method, epsilon, iterations, r, step } = this.#options;
    const size = longestMove(direction);
    const { upper } = this.#space.walls[1] === 1 ? lineRange(place.at, direction, 'last') : { upper: Infinity };
    if (!(upper > 0)) return place;
    // The decrease is guessed to be the last one (Nocedal & Wright 2006, equation 3.60).
    const guess = this.#gain === undefined ? step / size : (-2 * this.#gain) / slope;
    const first = Math.min(full ? Math.min(1, 1.01 * guess) : guess, longest / size, upper);
    const line = this.#space.line(place, direction);
    await lineSearch(line.costs, { cost: place.cost, step: first, lower: 0, upper, growth: r, iterations, slope }, method, epsilon);
    const { best } = line;
    this.#gain = best === place ? undefined : place.cost - best.cost;
    return best;
  }
}
