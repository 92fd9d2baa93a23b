import type { Candidate, SuccessfulEvaluation } from '@evospice/contracts';

/** A candidate, and what its full simulation gave; absent where it failed. */
export interface Standing {
  readonly candidate: Candidate;
  readonly evaluation?: SuccessfulEvaluation;
}

/** Error in decades above which decades tell one card from another, and relative errors hardly do. */
const far = 0.15;

/** Whether one is better on the whole than another: by the problem's own error, or by decades while the other is far off. */
export function isBetter({ evaluation: one }: Standing, { evaluation: other }: Standing): boolean {
  if (one === undefined || other === undefined) return one !== undefined;
  return other.logRms > far ? one.logRms < other.logRms : one.error < other.error;
}
