import type { Curve } from '@evospice/contracts';
import type { ScorableCurve } from './score-curve.ts';

/** A task's curve as the error sees it. */
export function scorableCurve(curve: Curve): ScorableCurve {
  return {
    id: curve.id,
    weight: curve.weight,
    vectors: curve.measured.map(({ kind, floor, values }) => ({ kind, floor, measured: values })),
  };
}
