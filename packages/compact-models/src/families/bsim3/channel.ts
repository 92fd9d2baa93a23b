import { softFloor } from './limits.ts';
import type { Prepared } from './prepared.ts';

/** Bulk charge factor without and with the gate's effect. */
export interface BulkCharge { abulk0: number; abulk: number }

/** Bulk charge effect (manual B.1.4, Abulk). `overdrive` is Vgsteff. */
export function bulkCharge(q: Prepared, overdrive: number, vbseff: number, sqrtPhis: number, xdep: number): BulkCharge {
  const half = (0.5 * q.k1ox) / sqrtPhis;
  const share = q.leff / (q.leff + 2 * Math.sqrt(q.xj * xdep));
  const raw = 1 + half * (q.a0 * share + q.b0 / (q.weff + q.b1));
  const body = softFloor(1 + q.keta * vbseff, 0.1);
  const abulk0 = softFloor(raw, 0.1) / body;
  const abulk = softFloor(raw - half * q.ags * q.a0 * share * share * share * overdrive, 0.1) / body;
  return { abulk0, abulk };
}

/** Effective channel width, m (manual B.1.9). */
export function effectiveWidth(q: Prepared, overdrive: number, sqrtPhis: number): number {
  return softFloor(q.weff - 2 * (q.dwg * overdrive + q.dwb * (sqrtPhis - q.sqrtPhi)), 2e-8);
}

/** Resistance of source and drain inside the current equation, ohm (manual B.1.10). */
export function innerResistance(q: Prepared, overdrive: number, sqrtPhis: number): number {
  return q.rds0 * softFloor(1 + q.prwg * overdrive + q.prwb * (sqrtPhis - q.sqrtPhi), 0.1);
}

/** Effective mobility, m2/Vs, by mobmod 1 to 3 (manual B.1.3). */
export function mobility(q: Prepared, overdrive: number, vth: number, vbseff: number): number {
  let degradation: number;
  if (q.mobmod === 2) {
    const field = overdrive / q.tox;
    degradation = field * (q.ua + q.uc * vbseff + q.ub * field);
  } else {
    const field = (overdrive + 2 * vth) / q.tox;
    degradation = q.mobmod === 1 ? field * (q.ua + q.uc * vbseff + q.ub * field) : field * (q.ua + q.ub * field) * (1 + q.uc * vbseff);
  }
  return q.u0 / softFloor(1 + degradation, 0.2);
}

/**
 * Part of the saturation field at which the carriers saturate (manual B.1.4, lambda): a2 + a1 Vgsteff, held smoothly below 1 and above
 * 0.
 */
export function saturationShare(q: Prepared, overdrive: number): number {
  let share = q.a2;
  if (q.a1 > 0) {
    const room = 1 - q.a2;
    const left = room - q.a1 * overdrive - 0.0001;
    share = 1 - 0.5 * (left + Math.sqrt(left * left + 0.0004 * room));
  } else if (q.a1 < 0) {
    const left = q.a2 + q.a1 * overdrive - 0.0001;
    share = 0.5 * (left + Math.sqrt(left * left + 0.0004 * q.a2));
  }
  return share;
}
