import type { Evaluation } from '@evospice/contracts';

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

/** The point of least error, the first among equals; undefined where all failed. */
export function lowest<P extends Pick<Cost, 'error'>>(points: readonly P[]): (P & { readonly error: number }) | undefined {
  const known = points.filter((point): point is P & { readonly error: number } => point.error !== null);
  return known.reduce<(P & { readonly error: number }) | undefined>((least, point) => (least === undefined || point.error < least.error ? point : least), undefined);
}
