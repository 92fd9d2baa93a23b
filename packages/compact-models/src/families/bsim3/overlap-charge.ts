import { chargeSmoothing } from './constants.ts';
import type { Prepared } from './prepared.ts';

/**
 * Charge that the gate holds over source or drain, C, at the gate's voltage against it (manual B.2.2); `fixed` and `lightly` are
 * capacitances, F.
 */
export function overlapCharge(q: Prepared, fixed: number, lightly: number, v: number): number {
  let charge = fixed * v;
  if (q.capmod === 1) {
    charge += v < 0 ? -lightly * 0.5 * q.ckappa * (Math.sqrt(1 - (4 * v) / q.ckappa) - 1) : lightly * v;
  } else if (q.capmod > 1) {
    const shifted = v + chargeSmoothing;
    const reverse = 0.5 * (shifted - Math.sqrt(shifted * shifted + 4 * chargeSmoothing));
    charge += lightly * (v - reverse - 0.5 * q.ckappa * (Math.sqrt(1 - (4 * reverse) / q.ckappa) - 1));
  }
  return charge;
}
