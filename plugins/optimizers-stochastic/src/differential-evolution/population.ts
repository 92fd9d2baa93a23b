import type { RandomSource } from '@evospice/contracts';
import { sampleOf, type CostKind, type Objective, type Sample } from '@evospice/optimizer-kit';
import { largestExtent, rankByCost, type Success } from '@evospice/toolbox';
import type { Scheme } from './scheme.ts';

/** Members, the archive of those that were replaced, and the scheme that makes the next ones. */
export class Population {
  readonly #scheme: Scheme;
  #members: readonly Sample[];
  #archive: (readonly number[])[] = [];

  constructor(members: readonly Sample[], scheme: Scheme) {
    this.#members = members;
    this.#scheme = scheme;
  }

  /** The costs that another stage gives to the members. */
  recost(kind: CostKind): void {
    this.#members = this.#members.map(({ unit, evaluation }) => sampleOf(unit, evaluation, kind));
  }

  /** One generation, which is one batch: a trial a member, which takes its place where it is as good. Unpaid trials are lost ones. */
  async generation(objective: Objective): Promise<void> {
    const { random } = objective;
    const state = { population: this.#members.map(({ unit }) => unit), costs: this.#members.map(({ cost }) => cost), archive: this.#archive };
    const controls = this.#members.map(() => this.#scheme.control(random));
    const samples = await objective.evaluate(controls.map((control, index) => this.#scheme.trial(state, index, control, random)));
    const successes: Success[] = [];
    this.#members = this.#members.map((member, index) => {
      const sample = samples[index]!;
      if (sample.cost === Infinity || sample.cost > member.cost) return member;
      if (sample.cost < member.cost) {
        this.#archive.push(member.unit);
        successes.push({ ...controls[index]!, gain: member.cost - sample.cost });
      }
      return sample;
    });
    this.#scheme.learn(successes);
    this.#forget(random);
  }

  /** Keeps the `size` cheapest members, in the order they stood, and their share of the archive. */
  shrinkTo(size: number, random: RandomSource): void {
    if (this.#members.length <= size) return;
    const kept = new Set(rankByCost(this.#members.map(({ cost }) => cost)).slice(0, size));
    this.#members = this.#members.filter((_, index) => kept.has(index));
    this.#forget(random);
  }

  /** Largest distance between members along one axis. */
  get extent(): number {
    return largestExtent(this.#members.map(({ unit }) => unit));
  }

  /** Drops random entries of an archive that is too large. */
  #forget(random: RandomSource): void {
    const size = Math.round(this.#scheme.archiveShare * this.#members.length);
    while (this.#archive.length > size) this.#archive.splice(random.integer(0, this.#archive.length - 1), 1);
  }
}
