import { sampleOf, type CostKind, type Sample } from './sample.ts';

/** Best samples kept of each kind of cost, for searches that start from a population. */
const capacity = 100;

/** The best samples of a run by either cost, which stages and restarts hand on. */
export class KnownSamples {
  readonly #best: Readonly<Record<CostKind, Sample[]>> = { error: [], log: [] };

  add(sample: Sample): void {
    if (sample.evaluation === undefined) return;
    for (const kind of ['error', 'log'] as const) this.#insert(sampleOf(sample.unit, sample.evaluation, kind), this.#best[kind]);
  }

  /** The cheapest samples, cheapest first; earlier ones first among equals. */
  elites(kind: CostKind, count: number): readonly Sample[] {
    return this.#best[kind].slice(0, count);
  }

  #insert(sample: Sample, best: Sample[]): void {
    if (sample.cost === Infinity) return;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (best[middle]!.cost <= sample.cost) low = middle + 1;
      else high = middle;
    }
    if (low >= capacity) return;
    best.splice(low, 0, sample);
    if (best.length > capacity) best.pop();
  }
}
