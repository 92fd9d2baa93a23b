import { EvospiceError, type Candidate, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { fromUnit, toUnit } from '@evospice/toolbox';
import { costOf, type Cost } from './cost.ts';

export interface CostProfileOptions {
  /** Points along each axis from bound to bound, evenly spaced on the parameter's scale; at least 2. */
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
      points: candidates.map((candidate, point) => ({ value: candidate[axis]!, ...costOf(evaluations[point]!) })),
    });
  }
  return { at, cost: costOf(first!), axes };
}
