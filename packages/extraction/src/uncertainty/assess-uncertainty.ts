import type { Candidate, Curve, ExtractionProblem, SimulatedCurve, SimulatorSession, Task } from '@evospice/contracts';
import { fisherInformation, median } from '@evospice/toolbox';
import { circuitWith } from '@evospice/device';
import { scoredIndices } from '../metric/residuals.ts';
import { compactSlopes, simulatedSlopes, type CurveSlopes, type SlopedCurve } from './curve-slopes.ts';
import { helpfulCurves, type CandidateCurve } from './helpful-curves.ts';
import { parameterIntervals } from './parameter-intervals.ts';
import { proposals } from './proposals.ts';
import { residualRows } from './residual-rows.ts';
import type { NoUncertainty, Uncertainty } from './uncertainty.ts';

export interface UncertaintyRequest {
  readonly task: Task;
  readonly metric: ExtractionProblem['metric'];
  /** Opened on the task's training and validation curves, with its tunables as parameters; asked only where no compact model has the derivatives. */
  readonly session: SimulatorSession;
  /** Values of the tunables, in order. */
  readonly candidate: Candidate;
  /** Training curves as the simulator has them at the candidate. */
  readonly simulated: ReadonlyMap<string, SimulatedCurve>;
  readonly signal: AbortSignal;
}

/** A compact model that is further from the simulator than this, as the median share of the value, is not asked for derivatives. */
const alike = 0.01;

/**
 * How far the training curves determine the parameters at a candidate: intervals, correlations, and which curves would tell more. Exact derivatives of the device's
 * compact model where it has all training curves and agrees with the simulator; else differences, which take one simulation more than there are parameters.
 */
export async function assessUncertainty(request: UncertaintyRequest): Promise<Uncertainty | NoUncertainty> {
  const { task, metric, session, candidate, simulated, signal } = request;
  const { tunables } = task;
  const train = task.curves.filter(({ split }) => split === 'train');
  const heldOut = task.curves.filter(({ split }) => split === 'validate');
  const { card } = circuitWith(task, Object.fromEntries(tunables.map(({ name }, k) => [name, candidate[k]!])));
  const exact = await compactSlopes(task, card, candidate, train);
  const trusted = exact !== undefined && agrees(exact, simulated) ? exact : undefined;
  const slopes = trusted ?? await simulatedSlopes(session, tunables, candidate, [...train, ...heldOut], signal)
    ?? await simulatedSlopes(session, tunables, candidate, train, signal);
  if (slopes === undefined) return { unavailable: 'a simulation of the result with one parameter moved failed' };
  const trained = slopes.curves.filter(({ curve }) => curve.split === 'train').map((sloped) => withValues(sloped, simulated));
  const measured = residualRows(trained, metric);
  const found = parameterIntervals(tunables, candidate, measured);
  if ('unavailable' in found) return found;
  const others = trusted === undefined
    ? slopes.curves.filter(({ curve }) => curve.split === 'validate').map((sloped): CandidateCurve => ({ sloped, curve: sloped.curve.id, from: 'held out' }))
    : [
      ...(await slopesOf(task, card, candidate, heldOut)).map((sloped): CandidateCurve => ({ sloped, curve: sloped.curve.id, from: 'held out' })),
      ...await proposed(task, card, candidate),
    ];
  const variance = (found.deviation ** 2 * found.points) / found.independent;
  return {
    ...found, derivatives: slopes.family === undefined ? { simulations: slopes.simulations } : { exact: slopes.family },
    helpful: helpfulCurves(tunables, fisherInformation(measured.rows, tunables.length), variance, others, metric),
  };
}

async function proposed(task: Task, card: Task['model']['card'], candidate: Candidate): Promise<readonly CandidateCurve[]> {
  const wanted = proposals(task);
  const sloped = await slopesOf(task, card, candidate, wanted.map(({ curve }) => curve));
  return sloped.map((each) => ({ sloped: each, curve: wanted.find(({ curve }) => curve.id === each.curve.id)!.text, from: 'to be measured' }));
}

async function slopesOf(task: Task, card: Task['model']['card'], candidate: Candidate, curves: readonly Curve[]): Promise<readonly SlopedCurve[]> {
  return curves.length === 0 ? [] : ((await compactSlopes(task, card, candidate, curves))?.curves ?? []);
}

/** Whether a compact model computes what the simulator does, at the scored points. */
function agrees({ curves }: CurveSlopes, simulated: ReadonlyMap<string, SimulatedCurve>): boolean {
  const shares = curves.flatMap(({ curve, values }) => curve.measured.flatMap((vector, v) => scoredIndices(vector).map((point) => {
    const own = simulated.get(curve.id)?.vectors[v]?.[point];
    const share = own === undefined ? NaN : Math.abs(values[v]![point]! - own) / Math.max(Math.abs(own), vector.floor);
    return Number.isFinite(share) ? share : Infinity;
  })));
  return shares.length > 0 && median(shares) <= alike;
}

/** The residuals are the simulator's, whoever has the derivatives. */
function withValues(sloped: SlopedCurve, simulated: ReadonlyMap<string, SimulatedCurve>): SlopedCurve {
  return { ...sloped, values: simulated.get(sloped.curve.id)?.vectors ?? sloped.values };
}
