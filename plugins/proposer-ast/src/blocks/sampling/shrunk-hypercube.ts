import type { SearchState } from '../search-state.ts';

/** A Latin hypercube shrunk towards the best point. */
export function samplePoints(state: SearchState, count: number): number[][] {
  const { toolbox, random } = state.context;
  const width = 0.4 /* range 0.05..1 */;
  const points = toolbox.latinHypercube(count, state.best.unit.length, random);
  return points.map((point) => toolbox.reflectIntoUnit(point.map((place, index) => (state.best.unit[index] ?? 0.5) + width * (place - 0.5))));
}
