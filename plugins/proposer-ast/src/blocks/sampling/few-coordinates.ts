import type { SearchState } from '../search-state.ts';

/** The best point with a few parameters drawn anew: most parameters of a card are nearly right. */
export function samplePoints(state: SearchState, count: number): number[][] {
  const { random } = state.context;
  const share = 0.25 /* range 0.05..0.8 */;
  return Array.from({ length: count }, () => state.best.unit.map((place) => (random.next() < share ? random.next() : place)));
}
