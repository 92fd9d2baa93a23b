import { sampleOf, type CostKind, type Sample } from '@evospice/optimizer-kit';

/** A place and its cost under the stage's kind; Infinity where the simulation failed. */
export interface Observation {
  readonly unit: readonly number[];
  readonly cost: number;
}

/** Everything a run has seen, failures included, one entry a place, whatever the stage that saw it. */
export class Observations {
  readonly #samples = new Map<string, Sample>();

  get count(): number {
    return this.#samples.size;
  }

  add(samples: readonly Sample[]): void {
    for (const sample of samples) {
      const place = sample.unit.join();
      if (!this.#samples.has(place)) this.#samples.set(place, sample);
    }
  }

  has(unit: readonly number[]): boolean {
    return this.#samples.has(unit.join());
  }

  /** All of them as a stage that minimises `kind` sees them, in the order of their first sight. */
  under(kind: CostKind): Observation[] {
    return [...this.#samples.values()].map(({ unit, evaluation }) => sampleOf(unit, evaluation, kind));
  }
}
