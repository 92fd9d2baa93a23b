import type { Curve, Testbench } from '@evospice/contracts';
import { compileDecks, type Deck } from '@evospice/testbench';

const LIMITS = { curves: 64, biasPoints: 256 };

/** Circuits of these curves for a program that is run anew for each. @param set tells sets of circuits apart */
export function externalDecks(testbench: Testbench, curves: readonly Curve[], set: number): readonly Deck[] {
  return compileDecks(testbench, curves, { limits: LIMITS }, (deck) => `s${set}d${deck}`);
}
