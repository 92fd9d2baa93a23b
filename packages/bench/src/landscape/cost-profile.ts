import { EvospiceError, type Candidate, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { fromUnit, toUnit } from '@evospice/toolbox';
import { costOf, type Cost } from './cost.ts';

export interface CostProfileOptions {
  /** Points along each axis from bound to bound, evenly spaced on the parameter's scale, besides the one that the axes run through; at least 2. */
  readonly resolution: number;
  /** Point that the axes run through; the problem's start values when left out. */
  readonly at?: Candidate;
}

/** Cost along one parameter, the others standing still. */
export interface AxisProfile {
  readonly parameter: string;
  readonly scale: 'lin' | 'log';
  readonly unit?: string;
  /** Value at the point the axes run through. */
  readonly at: number;
  /** Values ascending, that of `at` among them. */
  readonly points: readonly (Cost & { readonly value: number })[];
}

export interface CostProfile {
  readonly at: Candidate;
  /** Cost at the point itself. */
  readonly cost: Cost;
  readonly axes: readonly AxisProfile[];
}

/**
 * Cost along every axis through a point (`cost_profile` of SPICE OPUS). Costs 1 + n · resolution budget units.
 * @throws EvospiceError `ANALYSIS_RESOLUTION`; `BUDGET_EXHAUSTED` when the budget cannot pay it.
 */
export async function costProfile(problem: ExtractionProblem, context: OptimizerContext, options: CostProfileOptions): Promise<CostProfile> {
  const { parameters } = problem;
  const { resolution } = options;
  if (!Number.isInteger(resolution) || resolution < 2) {
    throw new EvospiceError('ANALYSIS_RESOLUTION', 'a profile needs at least two points an axis', { received: resolution, expected: 'a whole number from 2' });
  }
  const at = options.at ?? parameters.map(({ start }) => start);
  const [first] = await context.simulate([at]);
  const cost = costOf(first!);
  const unit = toUnit(parameters, at);
  const axes: AxisProfile[] = [];
  for (const [axis, { name, scale, unit: physical }] of parameters.entries()) {
    const candidates = Array.from({ length: resolution }, (_, point) => {
      const moved = fromUnit(parameters, unit.map((place, other) => (other === axis ? point / (resolution - 1) : place)));
      // The other parameters keep their values to the last bit, which the way through the cube would not.
      return at.map((value, other) => (other === axis ? moved[axis]! : value));
    });
    const evaluations = await context.simulate(candidates);
    axes.push({
      parameter: name, scale, ...(physical === undefined ? {} : { unit: physical }), at: at[axis]!,
      points: withPoint(candidates.map((candidate, point) => ({ value: candidate[axis]!, ...costOf(evaluations[point]!) })), { value: at[axis]!, ...cost }),
    });
  }
  return { at, cost, axes };
}

/** The points along an axis with the one that the axes run through in its place, or where it is. */
function withPoint(points: AxisProfile['points'], standing: AxisProfile['points'][number]): AxisProfile['points'] {
  return [...points.filter(({ value }) => value !== standing.value), standing].toSorted((a, b) => a.value - b.value);
}
