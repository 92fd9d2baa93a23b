import type { Deck } from '../circuit/deck.ts';

/**
 * How hard to look for the operating points of a curve that Newton's method did not find among the others.
 * - `bounded`: ten steps of gmin, ten of the sources, then it is given up: a few milliseconds. Of 35 curves of a
 *   self-heating bipolar transistor that were lost, this found 20.
 * - `exhaustive`: after that ngspice's own settings, which step as finely as they must and end with a
 *   pseudo-transient. They found 24 of those 35, but can take minutes over a curve that has no solution.
 */
export type Search = 'bounded' | 'exhaustive';

/**
 * Newton's method alone: a hopeless candidate is known in milliseconds. A sweep tries it before it looks for an operating
 * point, and need not do so twice; a small-signal analysis begins with the operating point.
 */
export function newtonAlone(deck: Deck): string {
  return deck.charges ? 'optran 1 0 0 0 0 0' : 'optran 0 0 0 0 0 0';
}

/**
 * Commands to try one after the other, each once, before an analysis (`optran`, ngspice manual: direct iteration,
 * gmin steps, source steps, pseudo-transient). The second differs in that it starts stepping from rest: a failed
 * direct iteration can leave values that stepping does not recover from.
 */
export function searchLadder(search: Search): readonly string[] {
  const bounded = ['optran 1 10 10 0 0 0', 'optran 0 10 10 0 0 0'];
  return search === 'bounded' ? bounded : [...bounded, 'optran 1 1 1 100n 10u 0'];
}
