import { bracketMinimum } from './bracket.ts';
import { cheaper, type Line, type LineCosts, type LineMinimum, type LinePoint } from './line.ts';
import { parabolaMinimum } from './parabola.ts';
import { quadraticSearch } from './quadratic.ts';
import { fibonacciSearch, goldenSection } from './sections.ts';

export type LineMethod = 'quadratic' | 'golden' | 'fibonacci';

/**
 * Minimum along a line by one of three methods: parabolas, or a bracket and its golden or Fibonacci section. All evaluate
 * `line.iterations` places at most, bear failed places (Infinity) and never pass the walls; on a line with several
 * minima they find one of them. The result is never dearer than place 0.
 * A section ends with one place more, the minimum of the parabola through the cheapest place and its neighbours: what is left of the
 * interval is an error that a descent along a steep valley does not get rid of.
 * @param epsilon per cent: see `quadraticSearch`, `goldenSection` and `fibonacciSearch`.
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export async function lineSearch(costs: LineCosts, line: Line, method: LineMethod, epsilon: number): Promise<LineMinimum> {
  if (method === 'quadratic') return quadraticSearch(costs, line, epsilon);
  const met: LinePoint[] = [{ place: 0, cost: line.cost }];
  const noted: LineCosts = async (places) => {
    const found = await costs(places);
    met.push(...places.map((place, index) => ({ place, cost: found[index] ?? Infinity })));
    return found;
  };
  const bracket = await bracketMinimum(noted, line);
  const reduce = method === 'golden' ? goldenSection : fibonacciSearch;
  const found = await reduce(noted, bracket, { epsilon, iterations: line.iterations - bracket.evaluations });
  const evaluations = found.evaluations + bracket.evaluations;
  const place = evaluations < line.iterations ? vertexAbout(met, found) : undefined;
  if (place === undefined) return { ...found, evaluations };
  const [cost = Infinity] = await costs([place]);
  return { ...found, ...cheaper(found, { place, cost }), evaluations: evaluations + 1 };
}

/** Minimum of the parabola through the cheapest place and its neighbours; undefined where they make none, or none that is new. */
function vertexAbout(met: readonly LinePoint[], best: LinePoint): number | undefined {
  const below = met.filter(({ place, cost }) => place < best.place && cost < Infinity).reduce<LinePoint | undefined>((a, b) => (a === undefined || b.place > a.place ? b : a), undefined);
  const above = met.filter(({ place, cost }) => place > best.place && cost < Infinity).reduce<LinePoint | undefined>((a, b) => (a === undefined || b.place < a.place ? b : a), undefined);
  if (below === undefined || above === undefined) return undefined;
  const place = parabolaMinimum([[below.place, below.cost], [best.place, best.cost], [above.place, above.cost]]);
  return place !== undefined && place > below.place && place < above.place && place !== best.place ? place : undefined;
}
