import type { Sample } from '@evospice/optimizer-kit';
import type { Measure } from './measures.ts';

/** The best sample of each cell of a grid over the measures (Mouret & Clune 2015). */
export class Cells {
  readonly #measures: readonly Measure[];
  readonly #bins: number;
  readonly #elites = new Map<string, Sample>();

  constructor(measures: readonly Measure[], bins: number) {
    this.#measures = measures;
    this.#bins = bins;
  }

  /** In order of the first visit to their cells. */
  get elites(): readonly Sample[] {
    return [...this.#elites.values()];
  }

  /** Keeps a sample that is cheaper than the holder of its cell; failures are dropped. */
  add(sample: Sample): void {
    if (sample.evaluation === undefined) return;
    const cell = this.#measures.map((measure) => Math.min(this.#bins - 1, Math.floor(measure(sample) * this.#bins))).join();
    const holder = this.#elites.get(cell);
    if (holder === undefined || sample.cost < holder.cost) this.#elites.set(cell, sample);
  }
}
