import type { Curve } from '@evospice/contracts';

/** Sets of curves whose circuits are remembered. */
const SUBSETS_KEPT = 16;

/** The circuits of a testbench, compiled once for each set of curves. */
export class DeckShelf<Compiled> {
  readonly #curves: readonly Curve[];
  readonly #compile: (curves: readonly Curve[], set: number) => readonly Compiled[];
  readonly #subsets = new Map<string, readonly Compiled[]>();
  readonly #singles = new Map<string, readonly Compiled[]>();
  #made = 0;

  /** @param compile of these curves, as the set of this number, from 0 */
  constructor(curves: readonly Curve[], compile: (curves: readonly Curve[], set: number) => readonly Compiled[]) {
    this.#curves = curves;
    this.#compile = compile;
  }

  /** Circuits that simulate these curves together. */
  together(curves: readonly Curve[]): readonly Compiled[] {
    const key = curves.map((curve) => curve.id).join('\n');
    const known = this.#subsets.get(key);
    if (known !== undefined) return known;
    const [oldest] = this.#subsets.keys();
    if (oldest !== undefined && this.#subsets.size >= SUBSETS_KEPT) this.#subsets.delete(oldest);
    const decks = this.#compile(curves, this.#made++);
    this.#subsets.set(key, decks);
    return decks;
  }

  /** Circuits of one curve alone. */
  alone(id: string): readonly Compiled[] {
    const known = this.#singles.get(id);
    if (known !== undefined) return known;
    const decks = this.#compile(this.#curves.filter((curve) => curve.id === id), this.#made++);
    this.#singles.set(id, decks);
    return decks;
  }
}
