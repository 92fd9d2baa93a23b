import type { ExtractionProblem, OptimizerContext, ProblemParameter } from '@evospice/contracts';
import { runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { fromUnit, lineSearch, toUnit, type LineMinimum } from '@evospice/toolbox';
import { axes, learned, type Direction } from './direction.ts';
import type { AxisSearchOptions } from './options.ts';

/**
 * Search along the coordinate axes, one after the other (Gauss-Seidel relaxation), a line search an axis, until a whole
 * cycle brings next to nothing. Each axis remembers the length of its last move. A discrete parameter moves by one value at least;
 * no value of it is simulated twice in a line.
 */
export async function axisSearch(problem: ExtractionProblem, context: OptimizerContext, options: AxisSearchOptions): Promise<void> {
  await runSearch(problem, context, options, (objective, start) => relax(options, objective, start));
}

async function relax(options: AxisSearchOptions, objective: Objective, start: Sample): Promise<void> {
  const { step, tolerance } = options;
  let at = start;
  const directions = axes(objective.dimension, step);
  for (let idle = 0; idle < 2;) {
    const before = at.cost;
    for (const [axis, direction] of directions.entries()) {
      const { sample, found } = await along(options, objective, at, axis, direction);
      at = sample;
      directions[axis] = learned(direction, found);
    }
    // Steps that were too long have shrunk in a cycle without success: only a second one in a row tells.
    idle = before - at.cost > tolerance * Math.abs(before) ? 0 : idle + 1;
  }
}

async function along(options: AxisSearchOptions, objective: Objective, from: Sample, axis: number, { step, curvature }: Direction): Promise<{ readonly sample: Sample; readonly found: LineMinimum }> {
  const { method, epsilon, r, iterations } = options;
  const parameter = objective.parameters[axis]!;
  const origin = from.unit[axis]!;
  const received = new Map([[key(parameter, origin), from]]);
  const sampleAt = async (place: number): Promise<Sample> => {
    const value = key(parameter, origin + place);
    const known = received.get(value);
    if (known !== undefined) return known;
    const sample = await objective.evaluateOne(from.unit.map((other, index) => (index === axis ? origin + place : other)));
    received.set(value, sample);
    return sample;
  };
  const costs = async (places: readonly number[]): Promise<number[]> => {
    const found: number[] = [];
    for (const place of places) found.push((await sampleAt(place)).cost);
    return found;
  };
  const first = Math.sign(step) * Math.max(Math.abs(step), gridStep(parameter, origin));
  const line = { cost: from.cost, step: first, lower: -origin, upper: 1 - origin, growth: r, iterations, ...(curvature === undefined ? {} : { curvature }) };
  const found = await lineSearch(costs, line, method, epsilon);
  return { sample: await sampleAt(found.place), found };
}

/** What is simulated at a place of an axis. */
function key(parameter: ProblemParameter, place: number): number {
  return fromUnit([parameter], [place])[0]!;
}

/** Distance to the next value of a discrete parameter; 0 for others. */
function gridStep(parameter: ProblemParameter, place: number): number {
  const { increment, lower, upper } = parameter;
  if (increment === undefined || increment >= upper - lower) return 0;
  const value = key(parameter, place);
  const other = value + increment <= upper ? value + increment : value - increment;
  const [a, b] = [toUnit([parameter], [value])[0]!, toUnit([parameter], [other])[0]!];
  return Math.abs(a - b);
}
