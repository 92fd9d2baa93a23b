import type { Evaluation } from '@evospice/kernel';

/** What one candidate costs; errors are null where it failed. */
export interface Cost {
  /** In the problem's metric: a fraction for `relative`, decades for `log`. */
  readonly error: number | null;
  readonly relativeRms: number | null;
  readonly logRms: number | null;
  /** Failure code, if it failed. */
  readonly failure?: string;
}

export function costOf(evaluation: Evaluation): Cost {
  if (!evaluation.ok) return { error: null, relativeRms: null, logRms: null, failure: evaluation.failure.code };
  const { error, relativeRms, logRms } = evaluation;
  return { error, relativeRms, logRms };
}
