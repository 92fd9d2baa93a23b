import { filled, latinHypercube } from '@evospice/toolbox';
import type { Bench } from './bench.ts';
import type { Simulated } from './evidence.ts';
import { ModelSearch, Work, type ModelMinimum } from './model-search.ts';
import type { Response } from './response.ts';
import type { ScoredPoints } from './scored-points.ts';

/** A model on few points, for searches that ask it often. */
export interface QuickModel {
  readonly response: Response;
  readonly scored: ScoredPoints;
  /** Its points among those of the whole problem. */
  readonly rows: readonly number[];
}

/** Random places tried for each that is searched from. */
const drawsPerStart = 4;
/** Searches on few points that are carried on after a look at all of them. */
const carriedOn = 3;
/** Further searches go on until they have done this many times the work of all that was needed to find the best minimum so far, ... */
const patience = 2;
/** ... or have asked for so many points since then, or for so many in all. */
const mostWork = { inVain: 200_000, inAll: 1_000_000 };
/** So many points are asked for in vain at least. */
const leastWork = 50_000;
/** Share of the least error by which another minimum has to be lower to count as one. */
const lower = 0.998;
/** A search whose error is not below so many times the least one after a few steps is given up. */
const hopeful = 2;
/** Half-width of a hop from the best minimum along each parameter that it changes, in the unit cube, from near to far. */
const hops = [0.15, 0.3, 0.6];

/**
 * Where the model, corrected by what it gets wrong at a simulated point, has its least errors. Searches are many and short on few points, then fewer
 * and longer ones, the best of them on all points. Parameters that have no effect where a search ends are searched for at random. No simulation.
 */
export class ModelMinima {
  readonly #bench: Bench;
  readonly #quick: QuickModel;
  readonly #work = new Work();
  /** Work that had been done when the best minimum was found. */
  #found = 0;
  #turn = 0;

  constructor(bench: Bench, quick: QuickModel) {
    this.#bench = bench;
    this.#quick = quick;
  }

  /** From a simulated point and from the best of random ones: the best minimum on all points, then others, least first. */
  first(at: Simulated): ModelMinimum[] {
    const { starts } = this.#bench.options;
    const search = this.#search(at);
    const minima = this.#best(search, [at.unit, ...this.#draws(search, starts - 1)]);
    const [best, ...others] = minima;
    if (best === undefined || best.error === Infinity) return [];
    const ends = [this.#finished(search, at, best), ...others];
    this.#found = this.#work.points;
    return ends;
  }

  /**
   * Another minimum than that of a simulated point, and lower: searched for from changed places around it and from random ones, while
   * that was not in vain for too long. Undefined where nothing was found until then.
   */
  further(at: Simulated): ModelMinimum | undefined {
    const { lastKind } = this.#bench;
    const search = this.#search(at);
    // The least error on few points is lower than that of the minimum on all points; only what is lower still is another minimum.
    let least = search.minimum(at.unit, lastKind, 8).error;
    while (this.#goesOn) {
      const found = this.#another(search, at.unit, least, this.#turn++);
      if (!(found.error < lower * least)) continue;
      least = found.error;
      const end = this.#finished(search, at, found);
      if (!(end.error < lower * at.error) || this.#bench.hasFailedNear(end.unit)) continue;
      this.#found = this.#work.points;
      return end;
    }
    return undefined;
  }

  get #goesOn(): boolean {
    const { points } = this.#work;
    return points < mostWork.inAll && points - this.#found < Math.min(mostWork.inVain, Math.max(leastWork, patience * this.#found));
  }

  /** Descents from some places, few of which are carried on; least first. */
  #best(search: ModelSearch, places: readonly (readonly number[])[]): ModelMinimum[] {
    return places.map((unit) => search.minimum(unit, 'decades', 6)).sort(byError)
      .slice(0, carriedOn).map(({ unit }) => search.minimum(unit, this.#bench.lastKind, 10)).sort(byError);
  }

  #another(search: ModelSearch, around: readonly number[], least: number, turn: number): ModelMinimum {
    const { lastKind, context, gates, options: { starts } } = this.#bench;
    const kind = turn % (hops.length + 2);
    if (kind === 0) {
      // Valleys can be long: the best of them is followed to its end, whatever its error is until then.
      const [best] = this.#best(search, this.#draws(search, Math.ceil(starts / 2)));
      return best === undefined ? { unit: around, error: Infinity } : search.minimum(search.wake(best, lastKind, gates, context.random), lastKind, 24);
    }
    if (kind > hops.length) return this.#woken(search, around, least);
    const near = search.minimum(search.minimum(this.#changed(around, hops[kind - 1]!), 'decades', 4).unit, lastKind, 4);
    return near.error < hopeful * least ? search.minimum(near.unit, lastKind, 8) : near;
  }

  /** What comes of another place of parameters that have no effect at the best minimum. */
  #woken(search: ModelSearch, around: readonly number[], least: number): ModelMinimum {
    const { lastKind, context, gates } = this.#bench;
    const from = search.wake({ unit: around, error: least }, lastKind, gates, context.random);
    return from === around ? { unit: around, error: Infinity } : search.minimum(from, lastKind, 8);
  }

  /** A third of the parameters, at least two, moved. */
  #changed(unit: readonly number[], width: number): readonly number[] {
    const { random } = this.#bench.context;
    const share = Math.max(1 / 3, Math.min(1, 2 / unit.length));
    return unit.map((place) => {
      if (random.next() > share) return place;
      const [low, high] = [Math.max(0, place - width), Math.min(1, place + width)];
      return low + random.next() * (high - low);
    });
  }

  /** The best of some random places, as starts. */
  #draws(search: ModelSearch, count: number): readonly (readonly number[])[] {
    const { context, dimension } = this.#bench;
    return latinHypercube(drawsPerStart * Math.max(1, count), dimension, context.random)
      .map((unit) => unit.map((place, axis) => (this.#bench.gates[axis] ? place ** 4 : place)))
      .map((unit) => ({ unit, error: search.error(unit, 'decades') }))
      .filter(({ error }) => Number.isFinite(error))
      .sort(byError)
      .slice(0, count)
      .map(({ unit }) => unit);
  }

  /** A minimum on few points, woken, carried to its end there and on all points. */
  #finished(search: ModelSearch, at: Simulated, minimum: ModelMinimum): ModelMinimum {
    const { lastKind, context, response, scored } = this.#bench;
    const few = search.minimum(search.wake(minimum, lastKind, this.#bench.gates, context.random), lastKind, 24);
    const whole = new ModelSearch({ points: scored.points, response, excess: at.logs.map((value, row) => value - at.model[row]!), work: this.#work });
    return whole.minimum(few.unit, lastKind, 16);
  }

  #search(at: Simulated): ModelSearch {
    const { response, scored, rows } = this.#quick;
    const model = response.logs(at.unit) ?? filled(rows.length, 0);
    return new ModelSearch({ points: scored.points, response, excess: rows.map((row, index) => at.logs[row]! - model[index]!), work: this.#work });
  }
}

function byError(a: ModelMinimum, b: ModelMinimum): number {
  return a.error - b.error;
}
