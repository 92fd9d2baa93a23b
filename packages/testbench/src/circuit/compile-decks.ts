import type { Curve, Testbench } from '@evospice/contracts';
import { capacitanceDeck } from './capacitance-deck.ts';
import type { Deck } from './deck.ts';
import { groupCurves, type GroupLimits } from './group-curves.ts';
import { sweepDeck } from './sweep-deck.ts';

/** How a simulator wants its circuits. */
export interface DeckRules {
  readonly limits: GroupLimits;
  /** Whether the low terminals of a capacitance that are at one bias are tied together and share an ammeter; they do not when left out. */
  readonly tied?: boolean;
}

/**
 * Compiles curves into as few circuits as can share an analysis.
 * @param curves in the order of the testbench
 * @param idOf id of a deck by its number in the set
 */
export function compileDecks(testbench: Testbench, curves: readonly Curve[], rules: DeckRules, idOf: (deck: number) => string): readonly Deck[] {
  const { sweeps, capacitances } = groupCurves(testbench, curves, rules.limits);
  const makers = [
    ...sweeps.map((traces) => (id: string) => sweepDeck(testbench, id, traces)),
    ...capacitances.map((traces) => (id: string) => capacitanceDeck(testbench, id, traces, rules.tied ?? false)),
  ];
  return makers.map((make, index) => make(idOf(index)));
}
