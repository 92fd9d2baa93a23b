import { positiveReciprocal } from './constants.ts';
import type { Prepared } from './prepared.ts';

/** Bulk charge factor with (`abulk`) and without gate bias (`abulk0`, for charges). */
export interface BulkCharge {
  abulk: number;
  abulk0: number;
}

/** Keeps a bulk charge factor above 0. */
function positiveBulk(x: number): number {
  return x < 0.1 ? (0.2 - x) / (3 - 20 * x) : x;
}

/** Bulk charge effect (manual 5.1). */
export function bulkCharge(q: Prepared, vbseff: number, sqrtPhis: number, sqrtXdep: number, vgsteff: number): BulkCharge {
  const body = 0.5 * q.k1oxLpe / sqrtPhis + q.bulkBody;
  const t5 = q.leff / (q.leff + 2 * q.sqrtXj * sqrtXdep);
  const bare = 1 + body * (q.a0 * t5 + q.b0OverWidth);
  const withGate = bare - body * q.ags * q.a0 * t5 * t5 * t5 * vgsteff;
  const keta = positiveReciprocal(q.keta * vbseff);
  return { abulk: positiveBulk(withGate) * keta, abulk0: positiveBulk(bare) * keta };
}

/** Coulomb scattering term with Vth squared, as versions before 4.6 have it. */
function coulombOld(ud: number, field: number, vth: number): number {
  return (ud * vth * vth) / (field * field);
}

/** The same since version 4.6: finite where gate overdrive and threshold cancel. */
function coulomb(ud: number, toxe: number, vgsteff: number, vth: number): number {
  const t10 = toxe / (vgsteff + 2 * Math.sqrt(vth * vth + 0.0001));
  return ud * t10 * t10 * vth * vth;
}

/** Denominator of the effective mobility less 1, by mobMod (manual 5.2). */
function degradation(q: Prepared, vgsteff: number, vth: number, vbseff: number): number {
  let t5: number;
  if (q.mobmod === 0 || q.mobmod === 1) {
    const field = (vgsteff + vth + vth) / q.toxe;
    const scatter = q.generation < 6 ? coulombOld(q.ud, field, vth) : coulomb(q.ud, q.toxe, vgsteff, vth);
    if (q.mobmod === 0) t5 = field * (q.ua + q.uc * vbseff + q.ub * field) + scatter;
    else t5 = field * (q.ua + q.ub * field) * (1 + q.uc * vbseff) + scatter;
  } else if (q.mobmod === 2) {
    const field = (vgsteff + q.vtfbphi1) / q.toxe;
    // in versions before 4.6 ngspice divides by toxe twice
    const scatter = q.generation < 6 ? coulombOld(q.ud, field / q.toxe, vth) : coulomb(q.ud, q.toxe, vgsteff, vth);
    t5 = Math.exp(q.eu * Math.log(field)) * (q.ua + q.uc * vbseff) + scatter;
  } else if (q.mobmod === 3) {
    const field = ((vgsteff + q.vtfbphi1) * 1e-8) / q.toxe / 6;
    const scatter = q.ud / Math.exp(q.ucs * Math.log(0.5 + 0.5 * vgsteff / q.vgsteffVth));
    t5 = Math.exp(q.eu * Math.log(field)) * (q.ua + q.uc * vbseff) + scatter;
  } else {
    const field = (vgsteff + q.vtfbphi1) / q.toxe;
    const scatter = coulomb(q.ud, q.toxe, vgsteff, q.vtfbphi1);
    if (q.mobmod === 4) t5 = field * (q.ua + q.uc * vbseff + q.ub * field) + scatter;
    else if (q.mobmod === 5) t5 = field * (q.ua + q.ub * field) * (1 + q.uc * vbseff) + scatter;
    else t5 = Math.exp(q.eu * Math.log(field)) * (q.ua + q.uc * vbseff) + scatter;
  }
  return t5;
}

/** Effective mobility, m^2/Vs (manual 5.2). */
export function mobility(q: Prepared, vgsteff: number, vth: number, vbseff: number): number {
  const t5 = degradation(q, vgsteff, vth, vbseff);
  return t5 >= -0.8 ? q.u0temp / (1 + t5) : (q.u0temp * (7 + 10 * t5)) / (0.6 + t5);
}
