import type { Curve, Testbench } from '@evospice/contracts';
import { groupCurves } from '@evospice/testbench';
import { capacitanceDeck } from './capacitance-deck.ts';
import type { Deck } from './deck.ts';
import { sweepDeck } from './sweep-deck.ts';

/** Loading and setting up a circuit takes time that grows with the square of its devices: 0.8 ms for 64, 7 for 256. */
const LIMITS = { curves: 64, biasPoints: 64 };

/**
 * Compiles curves into as few circuits as can share an analysis.
 * @param curves in the order of the testbench
 * @param prefix of the decks' titles, to tell sets of decks apart
 */
export function compileDecks(testbench: Testbench, curves: readonly Curve[], prefix: string): readonly Deck[] {
  const { sweeps, capacitances } = groupCurves(testbench, curves, LIMITS);
  const title = (() => { let count = 0; return () => `${prefix} ${count++}`; })();
  return [
    ...sweeps.map((traces) => sweepDeck(testbench, title(), traces)),
    ...capacitances.map((traces) => capacitanceDeck(testbench, title(), traces)),
  ];
}
