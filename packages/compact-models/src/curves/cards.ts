import type { CardValues } from '@evospice/contracts';
import { cardPlaces } from '../card.ts';
import type { ModelFamily, ModelIdentity, UnsupportedOption } from '../model.ts';

/** Largest difference, relative, by which a card that is written place by place may miss the completed one. */
const AGREEMENT = 1e-12;

/** One card whose named values vary: in the order of the equations, again and again, without completing it each time. */
export class VaryingCard {
  readonly unsupported: readonly UnsupportedOption[];
  private readonly family: ModelFamily;
  private readonly identity: ModelIdentity;
  private readonly values: CardValues;
  private readonly base: Float64Array;
  private readonly places = new Map<string, readonly number[] | undefined>();

  /** @param values start values of the card, those of varying parameters among them */
  constructor(family: ModelFamily, identity: ModelIdentity, values: CardValues) {
    this.family = family;
    this.identity = identity;
    this.values = values;
    const { card, unsupported } = family.complete(values, identity);
    this.base = card;
    this.unsupported = unsupported;
  }

  /** A value as the card states it. */
  value(name: string): number | undefined {
    return this.values[name];
  }

  /** What the equations do not have with these values in place of the card's own. */
  unsupportedWith(values: CardValues): readonly UnsupportedOption[] {
    return this.family.complete({ ...this.values, ...values }, this.identity).unsupported;
  }

  /** The card with `values` in place of its own; each of them is one that it states. */
  with(names: readonly string[], values: readonly number[]): Float64Array {
    const card = Float64Array.from(this.base);
    for (const [i, name] of names.entries()) {
      const places = this.placesOf(name);
      if (places === undefined) return this.completed(names, values);
      for (const place of places) card[place] = values[i]!;
    }
    return card;
  }

  /** How the card changes with one of its values, at `values`. */
  change(names: readonly string[], values: readonly number[], which: number): Float64Array {
    const name = names[which]!;
    const places = this.placesOf(name);
    const change = new Float64Array(this.base.length);
    if (places !== undefined) {
      for (const place of places) change[place] = 1;
      return change;
    }
    const step = 1e-6 * Math.max(Math.abs(values[which]!), Number.MIN_VALUE);
    const at = (value: number) => this.completed(names, values.map((each, i) => (i === which ? value : each)));
    const [above, below] = [at(values[which]! + step), at(values[which]! - step)];
    return change.map((_, i) => (above[i]! - below[i]!) / (2 * step));
  }

  private completed(names: readonly string[], values: readonly number[]): Float64Array {
    return this.family.complete({ ...this.values, ...Object.fromEntries(names.map((name, i) => [name, values[i]!])) }, this.identity).card;
  }

  /** Places that simply take the value; undefined where completing the card does more with it than that. */
  private placesOf(name: string): readonly number[] | undefined {
    if (!this.places.has(name)) this.find([name]);
    return this.places.get(name);
  }

  /** Looks at all these names at once, which is as good as one by one where completing the card simply takes their values. */
  find(names: readonly string[]): void {
    const found = names.map((name) => this.family.places?.(this.values, name) ?? cardPlaces(this.family, this.values, name));
    const plain = [1.25, 0.8].every((factor) => {
      const moved = names.map((name) => (this.values[name] ?? 0) * factor || (factor - 1) * 1e-3);
      const expected = Float64Array.from(this.base);
      found.forEach((places, i) => places.forEach((place) => { expected[place] = moved[i]!; }));
      return this.completed(names, moved).every((each, place) => Object.is(each, expected[place]) || Math.abs(each - expected[place]!) <= AGREEMENT * Math.abs(expected[place]!));
    });
    if (plain || names.length === 1) names.forEach((name, i) => this.places.set(name, plain ? found[i] : undefined));
    else for (const name of names) this.find([name]);
  }
}
