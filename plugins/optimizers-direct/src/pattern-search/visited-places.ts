import type { Objective, Sample } from '@evospice/optimizer-kit';
import { clipToUnit, fromUnit, toUnit } from '@evospice/toolbox';

/**
 * Samples of one search by place. Patterns come back to places they know, on the grid of discrete parameters above all; a
 * second simulation would tell nothing new.
 */
export class VisitedPlaces {
  readonly #objective: Objective;
  readonly #samples = new Map<string, Sample>();

  constructor(objective: Objective, start: Sample) {
    this.#objective = objective;
    this.#samples.set(this.#key(start.unit), start);
  }

  /** Samples of places, in order; the new ones are one batch. @throws StageEnded as `Objective.evaluate`. */
  async evaluate(units: readonly (readonly number[])[]): Promise<Sample[]> {
    const keys = units.map((unit) => this.#key(unit));
    const fresh = new Map<string, readonly number[]>();
    for (const [index, key] of keys.entries()) if (!this.#samples.has(key)) fresh.set(key, units[index]!);
    const samples = await this.#objective.evaluate([...fresh.values()]);
    for (const [index, key] of [...fresh.keys()].entries()) this.#samples.set(key, samples[index]!);
    return keys.map((key) => this.#samples.get(key)!);
  }

  #key(unit: readonly number[]): string {
    const { parameters } = this.#objective;
    const places = clipToUnit(unit);
    return places
      .map((place, axis) => (parameters[axis]!.increment === undefined ? place : toUnit([parameters[axis]!], fromUnit([parameters[axis]!], [place]))[0]!))
      .map((place) => place.toPrecision(12))
      .join(' ');
  }
}
