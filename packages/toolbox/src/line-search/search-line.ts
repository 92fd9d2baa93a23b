import { bracketMinimum } from './bracket.ts';
import type { Line, LineCosts, LineMinimum } from './line.ts';
import { quadraticSearch } from './quadratic.ts';
import { fibonacciSearch, goldenSection } from './sections.ts';

export type LineMethod = 'quadratic' | 'golden' | 'fibonacci';

/**
 * Minimum along a line by one of three methods: parabolas, or a bracket and its golden or Fibonacci section. All evaluate
 * `line.iterations` places at most, bear failed places (Infinity) and never pass the walls; on a line with several
 * minima they find one of them. The result is never dearer than place 0.
 * @param epsilon per cent: see `quadraticSearch`, `goldenSection` and `fibonacciSearch`.
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export async function lineSearch(costs: LineCosts, line: Line, method: LineMethod, epsilon: number): Promise<LineMinimum> {
  if (method === 'quadratic') return quadraticSearch(costs, line, epsilon);
  const bracket = await bracketMinimum(costs, line);
  const reduce = method === 'golden' ? goldenSection : fibonacciSearch;
  const found = await reduce(costs, bracket, { epsilon, iterations: line.iterations - bracket.evaluations });
  return { ...found, evaluations: found.evaluations + bracket.evaluations };
}
