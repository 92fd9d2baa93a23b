import type { Curve, Testbench } from '@evospice/contracts';
import { groupCurves } from '@evospice/testbench';
import { capacitanceDeck } from './capacitance-deck.ts';
import type { Deck } from './deck.ts';
import { sweepDeck } from './sweep-deck.ts';

const LIMITS = { curves: 64, biasPoints: 256 };

/**
 * Compiles curves into as few circuits as can share an analysis.
 * @param prefix of the decks' ids, to tell sets of decks apart; lower case letters and digits
 */
export function compileDecks(testbench: Testbench, curves: readonly Curve[], prefix: string): readonly Deck[] {
  const { sweeps, capacitances } = groupCurves(testbench, curves, LIMITS);
  const makers = [
    ...sweeps.map((traces) => (id: string) => sweepDeck(testbench, id, traces)),
    ...capacitances.map((traces) => (id: string) => capacitanceDeck(testbench, id, traces)),
  ];
  return makers.map((make, index) => make(`${prefix}d${index}`));
}
