import { addScaled, fromUnbounded, toUnbounded, unboundedDerivative, type BoxTransformation, type LineCosts } from '@evospice/toolbox';
import type { Objective } from './objective.ts';
import type { Sample } from './sample.ts';

/** A point in the coordinates that are searched. */
export interface Place {
  readonly at: readonly number[];
  /** The same point in the unit cube. */
  readonly unit: readonly number[];
  /** What is minimised: the cost of the objective, or its square. */
  readonly cost: number;
}

export interface SearchSpaceOptions {
  /** `no` searches the cube itself. */
  readonly transformation: BoxTransformation;
  /** Whether costs are squared; they are not unless stated. */
  readonly square?: boolean;
}

/** A line through a unit point, and the cheapest point found along it. */
export interface SearchedLine {
  /** Costs at multiples of the direction, one batch. */
  readonly costs: LineCosts;
  /** The cheapest place met so far, the one that the line starts from until another is cheaper. */
  readonly best: Place;
}

/** The objective in the coordinates that are searched: the unit cube itself, or coordinates without walls (Box 1966). */
export class SearchSpace {
  readonly #objective: Objective;
  readonly #transformation: BoxTransformation;
  readonly #square: boolean;

  constructor(objective: Objective, options: SearchSpaceOptions) {
    this.#objective = objective;
    this.#transformation = options.transformation;
    this.#square = options.square ?? false;
  }

  /** Ends of every coordinate. */
  get walls(): readonly [number, number] {
    return this.#transformation === 'no' ? [0, 1] : [-Infinity, Infinity];
  }

  /** The start; a transformation may move it off a wall, where its cost is another. */
  async enter(start: Sample): Promise<Place> {
    const at = toUnbounded(this.#transformation, start.unit);
    const unit = fromUnbounded(this.#transformation, at);
    if (unit.every((place, index) => Math.abs(place - start.unit[index]!) < 1e-9)) return { at, unit: start.unit, cost: this.#value(start.cost) };
    return (await this.evaluate([at]))[0]!;
  }

  /** Places of points, one batch; points outside the cube are corrected to its border. */
  async evaluate(points: readonly (readonly number[])[]): Promise<Place[]> {
    const units = points.map((point) => fromUnbounded(this.#transformation, point));
    const samples = await this.#objective.evaluate(units);
    return samples.map(({ unit, cost }, index) => ({ at: this.#transformation === 'no' ? unit : points[index]!, unit, cost: this.#value(cost) }));
  }

  /** The line from a place along a direction. */
  line(from: Place, direction: readonly number[]): SearchedLine {
    let best = from;
    return {
      costs: async (multiples) => {
        const found = await this.evaluate(multiples.map((multiple) => addScaled(from.at, direction, multiple)));
        for (const place of found) if (place.cost < best.cost) best = place;
        return found.map(({ cost }) => cost);
      },
      get best() {
        return best;
      },
    };
  }

  /** Factor of each coordinate that makes the derivative of what is minimised of that of the cost by the coordinate of the cube. */
  chain({ at, cost }: Place): number[] {
    const outer = this.#square ? 2 * Math.sqrt(cost) : 1;
    return unboundedDerivative(this.#transformation, at).map((inner) => outer * inner);
  }

  #value(cost: number): number {
    return this.#square ? cost * cost : cost;
  }
}
