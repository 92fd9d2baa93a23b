import { EvospiceError, type Candidate, type Curve, type ModelCard, type SimulatorSession, type Task, type TunableParameter } from '@evospice/contracts';
import { compactProblemOf, testbenchOf } from '@evospice/device';
import { differencePoints, finiteDifferenceSteps, fromUnit, toUnit, unitSlopes } from '@evospice/toolbox';

/** Values of curves at one candidate, and their derivatives by the tunables in the unit cube. */
export interface CurveSlopes {
  /** Family of the compact model whose derivatives are exact; left out for differences. */
  readonly family?: string;
  /** Simulations of all the curves that they took; 0 for exact ones. */
  readonly simulations: number;
  readonly curves: readonly SlopedCurve[];
}

export interface SlopedCurve {
  readonly curve: Curve;
  /** By measured vector, as `curve.measured`. */
  readonly values: readonly ArrayLike<number>[];
  /** Change of a value over the whole range of each tunable, in the vector's unit. */
  slopes(vector: number, point: number): Float64Array;
}

/** Step of a difference in the unit cube. */
const step = 1e-3;

/**
 * Exact derivatives, by the device's compact model.
 * @param curves of the task or made like them, of instances of the task
 * @returns undefined where no family has the device, all of what its card asks for and all of the curves
 */
export async function compactSlopes(task: Task, card: ModelCard, candidate: Candidate, curves: readonly Curve[]): Promise<CurveSlopes | undefined> {
  const { tunables, instances } = task;
  if (tunables.length === 0 || tunables.some(({ of }) => of !== undefined) || task.model.cards !== undefined || (task.libraries ?? []).length > 0 || instances.some(({ wrapper }) => wrapper !== undefined)) return undefined;
  const { compactCurves } = await import('@evospice/compact-models');
  const { circuit: _, ...testbench } = testbenchOf(task, []);
  try {
    const model = compactCurves(compactProblemOf({ ...testbench, instances, curves, card, parameters: tunables.map(({ name }) => name) }));
    if (model === undefined || model.unsupported.length > 0 || !model.covered.flat().every(Boolean)) return undefined;
    const { values, jacobian } = model.differentiate(candidate);
    const widths = unitSlopes(tunables, candidate);
    const n = tunables.length;
    return {
      family: model.family, simulations: 0,
      curves: curves.map((curve, c) => ({ curve, values: values[c]!, slopes: (vector, point) => Float64Array.from(widths, (width, k) => width * jacobian[c]![vector]![point * n + k]!) })),
    };
  } catch (error) {
    if (EvospiceError.is(error, 'COMPACT_MODEL_VALUE') || EvospiceError.is(error, 'SIMULATOR_TESTBENCH')) return undefined;
    throw error;
  }
}

/**
 * The same by differences: one simulation of the curves for the candidate and one for each tunable.
 * @param session opened on a testbench that has the curves, with the tunables as parameters
 * @returns undefined where a simulation failed
 */
export async function simulatedSlopes(
  session: SimulatorSession, tunables: readonly TunableParameter[], candidate: Candidate, curves: readonly Curve[], signal: AbortSignal,
): Promise<CurveSlopes | undefined> {
  if (tunables.length === 0 || curves.length === 0) return undefined;
  const unit = toUnit(tunables, candidate);
  const points = differencePoints(unit, finiteDifferenceSteps(unit, step));
  // Only the one parameter: the others keep their values to the last digit.
  const moved = points.map((point, k): Candidate => Array.from(candidate, (value, other) => (other === k ? fromUnit(tunables, point)[k]! : value)));
  // What arithmetic, or the grid of a discrete parameter, made of the step.
  const steps = moved.map((one, k) => toUnit(tunables, one)[k]! - unit[k]!);
  const outcomes = await session.simulate({ candidates: [candidate, ...moved], curves: curves.map(({ id }) => id) }, { signal });
  const [base, ...others] = outcomes.map((outcome) => (outcome.ok ? new Map(outcome.curves.map(({ curve, vectors }) => [curve, vectors])) : undefined));
  if (base === undefined || others.some((other) => other === undefined)) return undefined;
  return {
    simulations: outcomes.length,
    curves: curves.map((curve) => ({
      curve, values: base.get(curve.id) ?? [],
      slopes: (vector, point) => Float64Array.from(others, (other, k) => (steps[k] === 0 ? 0 : (other!.get(curve.id)![vector]![point]! - base.get(curve.id)![vector]![point]!) / steps[k]!)),
    })),
  };
}
