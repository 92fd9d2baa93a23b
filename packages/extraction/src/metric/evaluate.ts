import {
  EvospiceError, type EvaluatedCurve, type Evaluation, type ExtractionProblem, type PhysicsFinding, type ProblemCurve, type SimulatedCurve,
  type SimulationOutcome,
} from '@evospice/contracts';
import { rootMeanSquare } from './residuals.ts';
import { curveResiduals, poolErrors, weightedResiduals, type CurveResiduals } from './curve-residuals.ts';

/** What of the problem was simulated. */
export interface SimulatedPart {
  /** Members of the problem's curves, in its order. */
  readonly curves: readonly ProblemCurve[];
  /** Only the points 0, every, 2 every, … of each; 1 when left out. */
  readonly every?: number;
}

/**
 * What an optimizer learns from one simulated candidate.
 * The residual vectors carry the roots of the weights of curves and points; `error` is the root mean square of the metric's one, while
 * `relativeRms` and `logRms` (of the whole and of each curve) and the residuals of single curves are without weights, as errors
 * of cards are published.
 * @throws EvospiceError `EXTRACTION_SIMULATOR` when the simulator left a curve out or returned vectors of another shape.
 */
export function evaluationOf(
  problem: Pick<ExtractionProblem, 'curves' | 'metric'>, { curves, every = 1 }: SimulatedPart, outcome: SimulationOutcome,
  findings: readonly PhysicsFinding[] = [],
): Evaluation {
  if (!outcome.ok) return { ok: false, failure: { code: outcome.failure.code, message: outcome.failure.message } };
  const residuals: CurveResiduals[] = [];
  const evaluated: EvaluatedCurve[] = [];
  for (const curve of curves) {
    const simulated = simulatedOf(outcome.curves, curve.id);
    const one = curveResiduals(curve, simulated, every);
    if (one === null) return nonFinite(`curve ${curve.id} holds a value or a residual that is not finite`);
    residuals.push(one);
    const { relativeRms, logRms } = poolErrors([one]);
    evaluated.push({
      id: curve.id, relativeRms: relativeRms ?? 0, logRms: logRms ?? 0, residuals: { relative: one.relative, log: one.log },
      ...(every === 1 ? {} : { every }), simulated: simulated.vectors.map((vector) => Array.from(vector)),
    });
  }
  const relativeResiduals = residuals.flatMap((curve) => weightedResiduals(curve, 'relative'));
  const logResiduals = residuals.flatMap((curve) => weightedResiduals(curve, 'log'));
  const chosen = problem.metric === 'relative' ? relativeResiduals : logResiduals;
  const { relativeRms, logRms } = poolErrors(residuals);
  const error = rootMeanSquare(chosen) ?? 0;
  // Residuals near the largest number square to infinity: such an error orders nothing.
  if (![error, relativeRms ?? 0, logRms ?? 0].every(Number.isFinite)) return nonFinite('the error overflows');
  return {
    ok: true,
    full: every === 1 && problem.curves.every((curve) => curve.residuals === 0 || curves.includes(curve)),
    error, relativeRms: relativeRms ?? 0, logRms: logRms ?? 0,
    residuals: chosen, relativeResiduals, logResiduals,
    curves: evaluated, findings,
  };
}

/** @throws EvospiceError `EXTRACTION_SIMULATOR` when the simulator left a curve out. */
export function simulatedOf(curves: readonly SimulatedCurve[], id: string): SimulatedCurve {
  const simulated = curves.find((curve) => curve.curve === id);
  if (simulated !== undefined) return simulated;
  throw new EvospiceError('EXTRACTION_SIMULATOR', `the simulator returned nothing for curve ${id}`, {
    received: curves.map((curve) => curve.curve), expected: `curve ${id} among them`, remedy: 'report it to the author of the simulator plugin',
  });
}

function nonFinite(message: string): Evaluation {
  return { ok: false, failure: { code: 'NON_FINITE', message } };
}
