import type { EvaluatedCurve, Evaluation, ExtractionProblem, SimulateOptions } from '@evospice/contracts';
import { rms } from '@evospice/toolbox';

/** Curves as formulas. */
export interface Formulas {
  readonly problem: Omit<ExtractionProblem, 'start'>;
  /** Values of one curve at its x, for parameters in the problem's order. */
  model(curve: number, parameters: readonly number[]): number[];
  /** Message of the failure that a simulator would report; undefined where the model works. */
  fails?(parameters: readonly number[]): string | undefined;
}

/** One evaluation of a formula: relative residuals (s - m) / |m| and log residuals log10(max(|s|, floor) / |m|), weight 1. */
export function evaluateAnalytically(analytic: Formulas, candidate: readonly number[], { curves: wanted, every = 1 }: SimulateOptions = {}): Evaluation {
  const { problem, model } = analytic;
  const failure = analytic.fails?.(candidate);
  if (failure !== undefined) return { ok: false, failure: { code: 'SIMULATION_FAILED', message: failure } };
  const relativeResiduals: number[] = [];
  const logResiduals: number[] = [];
  const curves: EvaluatedCurve[] = [];
  for (const [index, curve] of problem.curves.entries()) {
    if (wanted?.includes(curve.id) === false) continue;
    const kept = (_: number, point: number): boolean => point % every === 0;
    const { floor } = curve.vectors[0]!;
    const measured = curve.vectors[0]!.measured.filter(kept);
    const simulated = model(index, candidate).filter(kept);
    const relative = simulated.map((value, point) => (value - measured[point]!) / Math.abs(measured[point]!));
    const log = simulated.map((value, point) => Math.log10(Math.max(Math.abs(value), floor) / Math.abs(measured[point]!)));
    relativeResiduals.push(...relative);
    logResiduals.push(...log);
    curves.push({
      id: curve.id, relativeRms: rms(relative), logRms: rms(log), residuals: { relative, log }, ...(every === 1 ? {} : { every }), simulated: [simulated],
    });
  }
  const residuals = problem.metric === 'relative' ? relativeResiduals : logResiduals;
  return {
    ok: true,
    full: every === 1 && curves.length === problem.curves.length,
    error: rms(residuals),
    relativeRms: rms(relativeResiduals),
    logRms: rms(logResiduals),
    residuals,
    relativeResiduals,
    logResiduals,
    curves,
    findings: [],
  };
}
