import type { SearchState } from '../search-state.ts';

/** Normal deviates around the best point, mirrored at the bounds: a card is seldom far from its sibling's. */
export function samplePoints(state: SearchState, count: number): number[][] {
  const { toolbox, random } = state.context;
  const width = 0.15 /* range 0.01..0.5 */;
  return Array.from({ length: count }, () => toolbox.reflectIntoUnit(state.best.unit.map((place) => place + width * random.normal())));
}
