import type { ExtractionProblem, SimulatedCurve } from '@evospice/contracts';
import { evaluationOf } from '../metric/evaluate.ts';

/** The problem's own (weighted) error of simulated training curves; null when it is not finite. */
export function measureError(problem: ExtractionProblem, curves: ReadonlyMap<string, SimulatedCurve>): number | null {
  const evaluation = evaluationOf(problem, problem.curves, { ok: true, curves: [...curves.values()] });
  return evaluation.ok ? evaluation.error : null;
}
