import type { RandomSource } from '@evospice/contracts';
import { sampleOf, type CostKind, type Sample } from '@evospice/optimizer-kit';
import {
  drawByRank, exchangeProbability, geometricLadder, initialTemperature, metropolisProbability, permutation, psadeTrial, type PsadeControl,
} from '@evospice/toolbox';

/** One annealing process: how hot it is, and how it makes its trials. */
interface ParameterSet extends PsadeControl {
  readonly temperature: number;
}

/** A point to try, and the process that made it. */
export interface Trial {
  readonly parent: number;
  readonly temperature: number;
  readonly unit: readonly number[];
}

/** The members of PSADE and the parameter sets they hold at present; one set a member, handed around by contests. */
export class AnnealedPopulation {
  readonly #random: RandomSource;
  readonly #members: Sample[];
  readonly #sets: ParameterSet[];
  #turn = 0;

  constructor(members: readonly Sample[], floors: { readonly tmin: number; readonly rmin: number }, random: RandomSource) {
    this.#random = random;
    this.#members = [...members];
    const { length } = members;
    // Where all costs are equal the formula gives no temperature, and there is nothing to anneal.
    const hottest = Math.max(floors.tmin, initialTemperature(members.map(({ cost }) => cost)));
    const [temperatures, ranges] = [geometricLadder(hottest, floors.tmin, length), geometricLadder(1, floors.rmin, length)];
    const [weights, rates] = [geometricLadder(1.5, 0.5, length), geometricLadder(0.9, 0.1, length)];
    this.#sets = permutation(length, random).map((rung) => ({ temperature: temperatures[rung]!, range: ranges[rung]!, weight: weights[rung]!, rate: rates[rung]! }));
  }

  get members(): readonly Sample[] {
    return this.#members;
  }

  /** The members as a stage that minimises another cost sees them. */
  at(kind: CostKind): Sample[] {
    return this.#members.map(({ unit, evaluation }) => sampleOf(unit, evaluation, kind));
  }

  /** Index of the cheapest member. */
  get best(): number {
    return this.#members.reduce((least, { cost }, index) => (cost < this.#members[least]!.cost ? index : least), 0);
  }

  /** The next parent's trial: a contest for its parameter set, then a point made with the set of a member drawn by rank. */
  trial(): Trial {
    const parent = this.#turn;
    this.#turn = (parent + 1) % this.#members.length;
    this.#contest(parent);
    const set = this.#sets[drawByRank(this.#members.map(({ cost }) => cost), this.#random)]!;
    return { parent, temperature: set.temperature, unit: psadeTrial(this.#members.map(({ unit }) => unit), parent, set, this.#random) };
  }

  /** Whether a trial takes its parent's place, judged by the cost that the parent has now; the best member is replaced only by a better one. */
  accept({ parent, temperature }: Trial, sample: Sample): boolean {
    const present = this.#members[parent]!;
    const taken = parent === this.best
      ? sample.cost < present.cost
      : this.#random.next() < metropolisProbability(present.cost, sample.cost, temperature);
    if (taken) this.#members[parent] = sample;
    return taken;
  }

  replace(index: number, sample: Sample): void {
    this.#members[index] = sample;
  }

  /** One line for the record: costs and places, six digits. */
  describe(): string {
    return JSON.stringify(this.#members.map(({ cost, unit }) => [cost === Infinity ? null : Number(cost.toPrecision(6)), unit.map((place) => Number(place.toFixed(6)))]));
  }

  #contest(first: number): void {
    const second = (first + this.#random.integer(1, this.#members.length - 1)) % this.#members.length;
    const [a, b] = [this.#sets[first]!, this.#sets[second]!];
    const swap = exchangeProbability(
      { cost: this.#members[first]!.cost, temperature: a.temperature },
      { cost: this.#members[second]!.cost, temperature: b.temperature },
    );
    if (this.#random.next() >= swap) return;
    this.#sets[first] = b;
    this.#sets[second] = a;
  }
}
