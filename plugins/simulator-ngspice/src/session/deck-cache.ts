import type { Curve, Testbench } from '@evospice/contracts';
import { compileDecks } from '../circuit/compile.ts';
import type { Deck } from '../circuit/deck.ts';

/** Sets of curves whose circuits are remembered. */
const SUBSETS_KEPT = 16;

/** The circuits of a testbench, compiled once for each set of curves. */
export class DeckCache {
  readonly #testbench: Testbench;
  readonly #subsets = new Map<string, readonly Deck[]>();
  readonly #singles = new Map<string, readonly Deck[]>();
  #made = 0;

  constructor(testbench: Testbench) {
    this.#testbench = testbench;
  }

  /** Circuits that simulate these curves together. */
  together(curves: readonly Curve[]): readonly Deck[] {
    const key = curves.map((curve) => curve.id).join('\n');
    const known = this.#subsets.get(key);
    if (known !== undefined) return known;
    if (this.#subsets.size >= SUBSETS_KEPT) this.#subsets.delete(this.#subsets.keys().next().value as string);
    const decks = compileDecks(this.#testbench, curves, this.#nextPrefix());
    this.#subsets.set(key, decks);
    return decks;
  }

  /** Circuits of one curve alone. */
  alone(id: string): readonly Deck[] {
    const known = this.#singles.get(id);
    if (known !== undefined) return known;
    const decks = compileDecks(this.#testbench, this.#testbench.curves.filter((curve) => curve.id === id), this.#nextPrefix());
    this.#singles.set(id, decks);
    return decks;
  }

  #nextPrefix(): string {
    this.#made += 1;
    return `evospice ${this.#made}`;
  }
}
