import { latinHypercube } from '@evospice/toolbox';
import type { Bench } from './bench.ts';

/** Half-width of a hop along each parameter that it changes, in the unit cube, from near to far. */
const hops = [0.15, 0.3, 0.6];
/** Share of an axis that counts as its bound. */
const wall = 1e-3;
/** Parameters that are put anywhere at a time. */
const replacements = [1, 2, 4];
/** Spreads of ln(weight) between curves. */
const spreads = [0.7, 1.5, 3];

/** Where searches that look for another minimum begin, at random. `turn` counts them, and goes from near to far over and over. */
export class Departures {
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** A third of the parameters, at least two, moved. */
  hop(unit: readonly number[], turn: number): readonly number[] {
    const { random } = this.#bench.context;
    const width = hops[turn % hops.length]!;
    const share = Math.max(1 / 3, Math.min(1, 2 / unit.length));
    return unit.map((place) => {
      if (random.next() > share) return place;
      const [low, high] = [Math.max(0, place - width), Math.min(1, place + width)];
      return low + random.next() * (high - low);
    });
  }

  /** Few parameters anywhere. */
  replacement(unit: readonly number[], turn: number): readonly number[] {
    const { random } = this.#bench.context;
    const moved = [...unit];
    for (let k = 0; k < replacements[turn % replacements.length]!; k++) {
      const axis = random.integer(0, unit.length - 1);
      moved[axis] = this.#anywhere(axis, random.next());
    }
    return moved;
  }

  /** Parameters at a bound put elsewhere, each with even odds: where a search is wrong, some of them are there to make up for others. */
  offTheWalls(unit: readonly number[]): readonly number[] {
    const { random } = this.#bench.context;
    const pinned = unit.flatMap((place, axis) => (place < wall || place > 1 - wall ? [axis] : []));
    if (pinned.length === 0) return this.hop(unit, 2);
    const chosen = pinned[random.integer(0, pinned.length - 1)];
    return unit.map((place, axis) => (axis === chosen || (pinned.includes(axis) && random.next() < 0.5) ? this.#anywhere(axis, random.next()) : place));
  }

  /** Factors for the weights of curves: a minimum is left where some curves alone pull out of it. */
  weights(turn: number): readonly number[] {
    const { problem: { curves }, context: { random } } = this.#bench;
    return curves.map(() => Math.exp(spreads[turn % spreads.length]! * random.normal()));
  }

  /** Places of a Latin hypercube, gates rather closed than open. */
  anywhere(count: number): readonly (readonly number[])[] {
    return latinHypercube(count, this.#bench.dimension, this.#bench.context.random).map((unit) => unit.map((place, axis) => this.#anywhere(axis, place)));
  }

  #anywhere(axis: number, place: number): number {
    return this.#bench.gates[axis] === true ? place ** 4 : place;
  }
}
