import { filled, startCandidate, toUnit } from '@evospice/toolbox';
import type { Bench } from './bench.ts';
import { classicDescent } from './classic-descent.ts';
import { Departures } from './departures.ts';
import type { Simulated } from './evidence.ts';
import { ModelSearch, type ModelMinimum, type ModelSearchParts } from './model-search.ts';
import type { Response } from './response.ts';
import type { ScoredPoints } from './scored-points.ts';
import { Work } from './work.ts';

/** A model on few points, for searches that ask it often. */
export interface QuickModel {
  readonly response: Response;
  readonly scored: ScoredPoints;
  /** Its points among those of the whole problem. */
  readonly rows: readonly number[];
  /** Family of the compact model. */
  readonly family: string;
}

/** Random places tried for each that is searched from. */
const drawsPerStart = 4;
/** Searches on few points that are carried on after a look at all of them. */
const carriedOn = 3;
/** Further searches go on until they have done this many times the work of all that was needed to find the best minimum so far, ... */
const patience = 2;
/** ... but at least and at most so much of it, and so much in all; see `Work`. */
const workInVain = { least: 300_000, most: 600_000 };
const mostWork = 1_200_000;
/** Share of the least error by which another minimum has to be lower to count as one. */
const lower = 0.998;
/** Relative difference of errors below which two minima are one. */
const same = 1e-3;
/** Ways in which another minimum is looked for. */
const ways = 8;
/** A search whose error is not below so many times the least one after a few steps is given up. */
const hopeful = 2;

/**
 * Where the model, corrected by what it gets wrong at a simulated point, has its least errors. Searches are many and short on few points, then fewer
 * and longer ones, the best of them on all points. Parameters that have no effect where a search ends are searched for at random. No simulation.
 */
export class ModelMinima {
  readonly #bench: Bench;
  readonly #quick: QuickModel;
  readonly #work: Work;
  readonly #departures: Departures;
  /** Work that had been done when the best minimum was found. */
  #found = 0;
  #turn = 0;
  /** Errors on few points of minima that were not lower on all. */
  #fooled: number[] = [];

  constructor(bench: Bench, quick: QuickModel) {
    this.#bench = bench;
    this.#quick = quick;
    this.#work = new Work(quick.family, bench.dimension);
    this.#departures = new Departures(bench);
  }

  /** From a simulated point and from the best of random ones: the best minimum on all points, then others, least first. */
  async first(at: Simulated): Promise<ModelMinimum[]> {
    const { starts } = this.#bench.options;
    const search = this.#search(at);
    const minima = [await this.#classic(search, at.unit), ...this.#best(search, [at.unit, ...this.#draws(search, starts - 1)])].sort(byError);
    const [best, ...others] = minima;
    if (best === undefined || best.error === Infinity) return [];
    const ends = [this.#finished(search, at, best), ...others];
    this.#found = this.#work.done;
    return ends;
  }

  /**
   * Another minimum than that of a simulated point, and lower: searched for from changed places around it and from random ones, while
   * that was not in vain for too long. Undefined where nothing was found until then.
   */
  async further(at: Simulated): Promise<ModelMinimum | undefined> {
    const { lastKind } = this.#bench;
    const search = this.#search(at);
    // The least error on few points is lower than that of the minimum on all points; only what is lower still is another minimum.
    const least = search.minimum(at.unit, lastKind, 8).error;
    while (this.#goesOn) {
      const found = await this.#another(search, at, least, this.#turn++);
      if (!(found.error < lower * least) || this.#fooled.some((error) => Math.abs(found.error / error - 1) < same)) continue;
      const end = this.#finished(search, at, found);
      if (!(end.error < lower * at.error) || this.#bench.hasFailedNear(end.unit)) {
        this.#fooled.push(found.error);
        continue;
      }
      this.#found = this.#work.done;
      this.#fooled = [];
      return end;
    }
    return undefined;
  }

  /** The least error that can be had away from failed simulations: from between a simulated point and one that failed, on all points. */
  beside(at: Simulated, failed: readonly number[]): ModelMinimum {
    return this.#whole(at).minimum(at.unit.map((place, axis) => 0.5 * (place + failed[axis]!)), this.#bench.lastKind, 16);
  }

  get #goesOn(): boolean {
    const { done } = this.#work;
    const inVain = Math.min(workInVain.most, Math.max(workInVain.least, patience * this.#found));
    return done < mostWork && done - this.#found < inVain && !this.#bench.context.signal.aborted;
  }

  /** Descents from some places, few of which are carried on; least first. */
  #best(search: ModelSearch, places: readonly (readonly number[])[]): ModelMinimum[] {
    return places.map((unit) => search.minimum(unit, 'decades', 6)).sort(byError)
      .slice(0, carriedOn).map(({ unit }) => search.minimum(unit, this.#bench.lastKind, 10)).sort(byError);
  }

  /** Each way out of a minimum fails on some devices, so they take turns. */
  async #another(search: ModelSearch, at: Simulated, least: number, turn: number): Promise<ModelMinimum> {
    const { lastKind, problem: { parameters } } = this.#bench;
    const departures = this.#departures;
    const round = Math.floor(turn / ways);
    const around = at.unit;
    const nearby = (unit: readonly number[]): ModelMinimum => this.#nearby(search, search.minimum(unit, 'decades', 4).unit, least);
    switch (turn % ways) {
      case 0: return round === 0 ? this.#classic(this.#whole(at), toUnit(parameters, startCandidate(parameters))) : nearby(departures.hop(around, round));
      case 1:
      case 5: return this.#elsewhere(search, around);
      case 2: return nearby(departures.replacement(around, round));
      case 3: return this.#nearby(search, search.reweighted(departures.weights(round)).minimum(around, lastKind, 6).unit, least);
      case 4: return nearby(departures.offTheWalls(around));
      case 6: return nearby(departures.hop(around, round + 1));
      default: return this.#woken(search, around, least);
    }
  }

  #classic(search: ModelSearch, from: readonly number[]): Promise<ModelMinimum> {
    return classicDescent(search, from, this.#bench.lastKind, this.#bench.options.errorFrom);
  }

  /** The best of some descents from random places. Valleys can be long: it is followed to its end, whatever its error is until then. */
  #elsewhere(search: ModelSearch, around: readonly number[]): ModelMinimum {
    const { lastKind, context, gates, options: { starts } } = this.#bench;
    const [best] = this.#best(search, this.#draws(search, Math.ceil(starts / 2)));
    return best === undefined ? { unit: around, error: Infinity } : search.minimum(search.wake(best, lastKind, gates, context.random), lastKind, 24);
  }

  /** A descent that is given up where it is not hopeful after a few steps. */
  #nearby(search: ModelSearch, from: readonly number[], least: number): ModelMinimum {
    const { lastKind } = this.#bench;
    const near = search.minimum(from, lastKind, 4);
    return near.error < hopeful * least ? search.minimum(near.unit, lastKind, 8) : near;
  }

  /** What comes of another place of parameters that have no effect at the best minimum. */
  #woken(search: ModelSearch, around: readonly number[], least: number): ModelMinimum {
    const { lastKind, context, gates } = this.#bench;
    const from = search.wake({ unit: around, error: least }, lastKind, gates, context.random);
    return from === around ? { unit: around, error: Infinity } : search.minimum(from, lastKind, 8);
  }

  /** The best of some random places, as starts. */
  #draws(search: ModelSearch, count: number): readonly (readonly number[])[] {
    return this.#departures.anywhere(drawsPerStart * Math.max(1, count))
      .map((unit) => ({ unit, error: search.error(unit, 'decades') }))
      .filter(({ error }) => Number.isFinite(error))
      .sort(byError)
      .slice(0, count)
      .map(({ unit }) => unit);
  }

  /** A minimum on few points, woken, carried to its end there and on all points. */
  #finished(search: ModelSearch, at: Simulated, minimum: ModelMinimum): ModelMinimum {
    const { lastKind, context, gates } = this.#bench;
    const few = search.minimum(search.wake(minimum, lastKind, gates, context.random), lastKind, 24);
    return this.#whole(at).minimum(few.unit, lastKind, 16);
  }

  /** On all points. */
  #whole(at: Simulated): ModelSearch {
    const { response, scored } = this.#bench;
    return new ModelSearch({ points: scored.points, response, excess: at.logs.map((value, row) => value - at.model[row]!), work: this.#work, barrier: this.#barrier });
  }

  get #barrier(): NonNullable<ModelSearchParts['barrier']> {
    const { barrier, best } = this.#bench;
    return { barrier, height: (kind) => (best === undefined ? 1 : this.#bench.errorAt(best, kind)) };
  }

  #search(at: Simulated): ModelSearch {
    const { response, scored, rows } = this.#quick;
    const model = response.logs(at.unit) ?? filled(rows.length, 0);
    return new ModelSearch({ points: scored.points, response, excess: rows.map((row, index) => at.logs[row]! - model[index]!), work: this.#work, barrier: this.#barrier });
  }
}

function byError(a: ModelMinimum, b: ModelMinimum): number {
  return a.error - b.error;
}
