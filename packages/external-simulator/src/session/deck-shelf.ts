import type { Curve, Testbench } from '@evospice/contracts';
import { compileDecks } from '../deck/compile-decks.ts';
import type { Deck } from '../deck/deck.ts';

/** Sets of curves whose circuits are remembered. */
const SUBSETS_KEPT = 16;

/** Compiled circuits of a testbench, by the curves in them. */
export class DeckShelf {
  readonly #testbench: Testbench;
  readonly #subsets = new Map<string, readonly Deck[]>();
  #made = 0;

  constructor(testbench: Testbench) {
    this.#testbench = testbench;
  }

  decksOf(curves: readonly Curve[]): readonly Deck[] {
    const key = curves.map((curve) => curve.id).join('\n');
    const known = this.#subsets.get(key);
    if (known !== undefined) return known;
    if (this.#subsets.size >= SUBSETS_KEPT) this.#subsets.delete(this.#subsets.keys().next().value as string);
    const decks = compileDecks(this.#testbench, curves, `s${this.#made++}`);
    this.#subsets.set(key, decks);
    return decks;
  }

  /** Circuits for one curve alone. */
  single(id: string): readonly Deck[] {
    return this.decksOf(this.#testbench.curves.filter((curve) => curve.id === id));
  }
}
