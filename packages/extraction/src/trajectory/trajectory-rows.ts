import type { TrajectoryPoint } from '@evospice/contracts';

/** One line of a trajectory table. */
export interface TrajectoryRow {
  /** From 1. */
  readonly evaluation: number;
  /** Budget units spent after it. */
  readonly spent: number;
  readonly error: number | null;
  readonly best: number | null;
  /** Failure code; empty when it did not fail. */
  readonly failure: string;
  /** Of physics rules; left out where no evaluation has any. */
  readonly violations?: number;
  readonly warnings?: number;
}

/** A trajectory as plain rows, for CSV and JSON files. Positions are left out. */
export function trajectoryRows(trajectory: readonly TrajectoryPoint[]): readonly TrajectoryRow[] {
  const judged = trajectory.some(({ findings }) => findings !== undefined);
  return trajectory.map((point, index) => ({
    evaluation: index + 1, spent: point.spent, error: point.error, best: point.best, failure: point.failure ?? '',
    ...(judged ? { violations: point.findings?.violations ?? 0, warnings: point.findings?.warnings ?? 0 } : {}),
  }));
}
