import { EvospiceError, type Candidate, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { nearest } from '@evospice/kernel';
import { fromUnit } from '@evospice/toolbox';
import { costOf, type Cost } from './cost.ts';

/** A grid larger than this is a mistake: its file would hold hundreds of megabytes. */
const largestGrid = 1_000_000;
/** Candidates in one call of the simulator. */
const batch = 256;

export interface ParameterSpaceOptions {
  /** Points along each axis of the grid by parameter (`npts` of SPICE OPUS), at least 2; parameters not named stand still. */
  readonly points: Readonly<Record<string, number>>;
  /** Values of the parameters that stand still; the start values when left out. */
  readonly at?: Candidate;
}

/** One axis of the grid. */
export interface SpaceAxis {
  readonly parameter: string;
  readonly index: number;
  readonly scale: 'lin' | 'log';
  readonly unit?: string;
  /** Values from bound to bound, evenly spaced on the parameter's scale. */
  readonly values: readonly number[];
}

export interface SpacePoint extends Cost {
  /** Values of the axes, in order. */
  readonly values: readonly number[];
}

/** The axes of a grid, in the problem's order. @throws EvospiceError `ANALYSIS_AXES`, `ANALYSIS_RESOLUTION`, `ANALYSIS_SIZE`. */
export function spaceAxes(problem: ExtractionProblem, { points }: ParameterSpaceOptions): readonly SpaceAxis[] {
  const names = problem.parameters.map(({ name }) => name);
  const unknown = Object.keys(points).find((name) => !names.includes(name));
  if (unknown !== undefined || Object.keys(points).length === 0) {
    const guess = unknown === undefined ? undefined : nearest(unknown, names);
    throw new EvospiceError('ANALYSIS_AXES', unknown === undefined ? 'the grid has no axis' : `the problem has no parameter ${unknown}`, {
      received: unknown ?? points, expected: `parameters out of ${names.join(', ')}`, remedy: guess === undefined ? 'name the parameters to sweep' : `did you mean "${guess}"?`,
    });
  }
  const wrong = Object.entries(points).find(([, count]) => !Number.isInteger(count) || count < 2);
  if (wrong !== undefined) throw new EvospiceError('ANALYSIS_RESOLUTION', `${wrong[0]} needs at least two points`, { received: wrong[1], expected: 'a whole number from 2' });
  const size = Object.values(points).reduce((product, count) => product * count, 1);
  if (size > largestGrid) {
    throw new EvospiceError('ANALYSIS_SIZE', `the grid has ${size} points`, { received: size, expected: `at most ${largestGrid}`, remedy: 'take fewer parameters, or fewer points along each' });
  }
  return problem.parameters.flatMap((parameter, index) => {
    const count = points[parameter.name];
    if (count === undefined) return [];
    const values = Array.from({ length: count }, (_, point) => fromUnit([parameter], [point / (count - 1)])[0]!);
    return [{ parameter: parameter.name, index, scale: parameter.scale, ...(parameter.unit === undefined ? {} : { unit: parameter.unit }), values }];
  });
}

/**
 * Cost at every point of a grid over some parameters (`parameter_space` of SPICE OPUS), the last axis running fastest.
 * Costs as many budget units as the grid has points.
 * @throws EvospiceError as `spaceAxes`; `BUDGET_EXHAUSTED` when the budget cannot pay it.
 */
export async function parameterSpace(problem: ExtractionProblem, context: OptimizerContext, options: ParameterSpaceOptions): Promise<readonly SpacePoint[]> {
  const axes = spaceAxes(problem, options);
  const at = options.at ?? problem.parameters.map(({ start }) => start);
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  const points: SpacePoint[] = [];
  for (let from = 0; from < size; from += batch) {
    const places = Array.from({ length: Math.min(batch, size - from) }, (_, offset) => placeOf(axes, from + offset));
    const evaluations = await context.simulate(places.map((values) => {
      const candidate = [...at];
      for (const [axis, { index }] of axes.entries()) candidate[index] = values[axis]!;
      return candidate;
    }));
    for (const [offset, values] of places.entries()) points.push({ values, ...costOf(evaluations[offset]!) });
  }
  return points;
}

function placeOf(axes: readonly SpaceAxis[], index: number): number[] {
  let rest = index;
  return axes.toReversed().map(({ values }) => {
    const value = values[rest % values.length]!;
    rest = Math.floor(rest / values.length);
    return value;
  }).toReversed();
}
