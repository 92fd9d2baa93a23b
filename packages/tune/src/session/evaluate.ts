import type { Candidate, Curve, CurveSplit, SimulatedCurve, SimulatorSession, Task } from '@evospice/contracts';
import { curveErrors, simulateSplit, type SplitErrors } from '@evospice/extraction';

/** What a candidate comes to. */
export interface Evaluated {
  readonly values: Candidate;
  /** By id; a curve that could not be simulated is missing. */
  readonly curves: ReadonlyMap<string, SimulatedCurve>;
  /** Errors of each curve, by id; null where it could not be simulated, or nothing of it is scored. */
  readonly curveErrors: ReadonlyMap<string, SplitErrors>;
  readonly train: SplitErrors;
  readonly validate: SplitErrors;
  /** Why curves are missing; null where none is. */
  readonly failure: string | null;
  /** What it took, in milliseconds. */
  readonly milliseconds: number;
}

const splits: readonly CurveSplit[] = ['train', 'validate', 'extra'];
const none: SplitErrors = { relativeRms: null, logRms: null };

/** Simulates a candidate on every curve of the task. A curve that fails leaves the others standing; the error of its split is unknown then. */
export async function evaluate(session: SimulatorSession, task: Task, values: Candidate, signal: AbortSignal): Promise<Evaluated> {
  const begun = performance.now();
  const curves = new Map<string, SimulatedCurve>();
  const errors: Partial<Record<CurveSplit, SplitErrors>> = {};
  let failure: string | null = null;
  for (const split of splits) {
    const own = task.curves.filter((curve) => curve.split === split);
    if (own.length === 0) continue;
    const whole = await simulateSplit(session, own, values, signal);
    errors[split] = whole.errors;
    const parts = whole.failure === undefined ? [whole] : await oneByOne(session, own, values, signal);
    for (const part of parts) for (const [id, curve] of part.curves) curves.set(id, curve);
    failure ??= whole.failure?.message ?? null;
  }
  return { values, curves, curveErrors: new Map(task.curves.map((curve) => [curve.id, curveErrors(curve, curves.get(curve.id))])), train: errors.train ?? none, validate: errors.validate ?? none, failure, milliseconds: performance.now() - begun };
}

async function oneByOne(session: SimulatorSession, curves: readonly Curve[], values: Candidate, signal: AbortSignal) {
  const parts = [];
  for (const curve of curves) parts.push(await simulateSplit(session, [curve], values, signal));
  return parts;
}
