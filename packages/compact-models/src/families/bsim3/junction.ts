import type { Prepared } from './prepared.ts';

/**
 * Current of a source or drain junction, A, from bulk outwards (manual 8.1): exponential up to `knee`, V, where it carries `atKnee`,
 * then linear.
 */
export function junctionCurrent(q: Prepared, saturation: number, knee: number, atKnee: number, v: number): number {
  let current = q.gmin * v;
  if (saturation > 0) {
    if (q.ijth > 0 && v >= knee) current += atKnee - saturation + (atKnee / q.nvtm) * (v - knee);
    else current += saturation * Math.expm1(v / q.nvtm);
  }
  return current;
}

/** Charge of one depletion layer in reverse bias, C. */
function reverseCharge(c0: number, potential: number, grading: number, v: number): number {
  return c0 > 0 ? ((potential * c0) / (1 - grading)) * (1 - Math.pow(1 - v / potential, 1 - grading)) : 0;
}

/**
 * Depletion charge of a junction, C: bottom, outer edge and gate-side edge; in forward bias the capacitances grow linearly (manual
 * B.2.4).
 */
export function junctionCharge(q: Prepared, bottom: number, outer: number, gateSide: number, v: number): number {
  let charge: number;
  if (v < 0) {
    charge = reverseCharge(bottom, q.phib, q.mj, v) + reverseCharge(outer, q.phibsw, q.mjsw, v) + reverseCharge(gateSide, q.phibswg, q.mjswg, v);
  } else {
    const slope = (bottom * q.mj) / q.phib + (outer * q.mjsw) / q.phibsw + (gateSide * q.mjswg) / q.phibswg;
    charge = v * (bottom + outer + gateSide + 0.5 * slope * v);
  }
  return charge;
}
