import { EvospiceError, type Candidate, type Curve, type CurveSplit, type SimulatedCurve, type SimulationFailure, type SimulatorSession, type Task } from '@evospice/contracts';
import { refuseCancelled } from '../context/create-context.ts';
import { curveResiduals, poolErrors, residualCurve, type CurveResiduals, type PooledErrors } from '../metric/curve-residuals.ts';
import { simulatedOf } from '../metric/evaluate.ts';
import { placedFailure } from './failure-place.ts';
import type { SplitErrors } from '../metric/split-errors.ts';

/** One candidate simulated on the curves of one split, outside any budget. */
export interface SplitSimulation {
  /** Null where nothing could be scored or the simulation failed. */
  readonly errors: SplitErrors;
  /** Errors of each curve, in the order of the curves; empty when the simulation failed. */
  readonly residuals: readonly CurveResiduals[];
  /** Simulated curves by id; empty when the simulation failed. */
  readonly curves: ReadonlyMap<string, SimulatedCurve>;
  /** Why there are no errors, if the simulation failed. */
  readonly failure?: SimulationFailure;
}

/** In the task's order. */
export function curvesOf(task: Task, split: CurveSplit): readonly Curve[] {
  return task.curves.filter((curve) => curve.split === split);
}

/** @throws EvospiceError `EXTRACTION_CANCELLED`, and whatever the session throws. */
export async function simulateSplit(
  session: SimulatorSession, curves: readonly Curve[], candidate: Candidate, signal: AbortSignal,
): Promise<SplitSimulation> {
  const [outcome] = await session.simulate({ candidates: [candidate], curves: curves.map((curve) => curve.id) }, { signal });
  refuseCancelled(signal);
  if (outcome === undefined) throw new EvospiceError('EXTRACTION_SIMULATOR', 'the simulator did not answer', { expected: 'one outcome per candidate' });
  if (!outcome.ok) return failed(placedFailure(outcome.failure, curves));
  const simulated = new Map(curves.map((curve) => [curve.id, simulatedOf(outcome.curves, curve.id)]));
  const residuals: CurveResiduals[] = [];
  for (const curve of curves) {
    const one = curveResiduals(residualCurve(curve), simulatedOf(outcome.curves, curve.id));
    if (one === null) return failed(placedFailure({ code: 'NON_FINITE', message: 'a simulated value or a residual is not finite', curve: curve.id }, curves));
    residuals.push(one);
  }
  return { errors: splitErrors(poolErrors(residuals)), residuals, curves: simulated };
}

/** Errors of one curve; null where it was not simulated, or nothing of it can be scored. */
export function curveErrors(curve: Curve, simulated: SimulatedCurve | undefined): SplitErrors {
  const residuals = simulated === undefined ? null : curveResiduals(residualCurve(curve), simulated);
  return residuals === null ? { relativeRms: null, logRms: null } : splitErrors(poolErrors([residuals]));
}

/** Infinite errors become null, as in `ExtractionResult`. */
export function splitErrors({ relativeRms, logRms }: PooledErrors): SplitErrors {
  const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);
  return { relativeRms: finite(relativeRms), logRms: finite(logRms) };
}

function failed(failure: SimulationFailure): SplitSimulation {
  return { errors: { relativeRms: null, logRms: null }, residuals: [], curves: new Map(), failure };
}
