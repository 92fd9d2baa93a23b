import type { Objective, Sample } from '@evospice/optimizer-kit';
import { fromUnbounded, toUnbounded, unboundedDerivative, type BoxTransformation } from '@evospice/toolbox';

/** A point in the coordinates that are searched. */
export interface Place {
  readonly at: readonly number[];
  /** The same point in the unit cube. */
  readonly unit: readonly number[];
  /** What is minimised: the cost of the objective, or its square. */
  readonly cost: number;
}

export interface SearchSpaceOptions {
  readonly transformation: BoxTransformation;
  /** Whether costs are squared. */
  readonly square: boolean;
}

/** The objective in the coordinates that are searched: the unit cube itself, or coordinates without walls (Box 1966). */
export class SearchSpace {
  readonly objective: Objective;
  readonly #transformation: BoxTransformation;
  readonly #square: boolean;

  constructor(objective: Objective, options: SearchSpaceOptions) {
    this.objective = objective;
    this.#transformation = options.transformation;
    this.#square = options.square;
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
    const samples = await this.objective.evaluate(units);
    return samples.map(({ unit, cost }, index) => ({ at: this.#transformation === 'no' ? unit : points[index]!, unit, cost: this.#value(cost) }));
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
