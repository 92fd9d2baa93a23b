import { EXP_LIMIT, MIN_EXP, linearExp } from './constants.ts';

/** Bias-independent values of one junction diode. */
export interface JunctionLimits {
  xExp: number;
  vFwd: number;
  iFwd: number;
  slopeFwd: number;
  vRev: number;
  iRev: number;
  slopeRev: number;
}

/** Voltages beyond which the diode's current is continued by its tangent, and the breakdown term (manual 11.1). */
export function junctionLimits(
  diomod: number, isat: number, nvt: number, bv: number, xjbv: number, ijthFwd: number, ijthRev: number,
): JunctionLimits {
  let xExp = 0;
  let vFwd = 0;
  let iFwd = 0;
  let slopeFwd = 0;
  let vRev = 0;
  let iRev = 0;
  let slopeRev = 0;
  if (isat > 0) {
    if (diomod !== 1) xExp = bv / nvt > EXP_LIMIT ? xjbv * MIN_EXP : xjbv * Math.exp(-bv / nvt);
    if (diomod !== 0) {
      const tb = 1 + ijthFwd / isat - xExp;
      vFwd = nvt * Math.log(0.5 * (tb + Math.sqrt(tb * tb + 4 * xExp)));
      const e = Math.exp(vFwd / nvt);
      if (diomod === 1) {
        iFwd = isat * (e - 1);
        slopeFwd = isat * e / nvt;
      } else {
        iFwd = isat * (e - xExp / e + xExp - 1);
        slopeFwd = isat * (e + xExp / e) / nvt;
      }
    }
    if (diomod === 2) {
      let ratio = ijthRev / isat;
      if (ratio < 1) ratio = 10;
      vRev = -bv - nvt * Math.log((ratio - 1) / xjbv);
      const t1 = xjbv * Math.exp(-(bv + vRev) / nvt);
      iRev = isat * (1 + t1);
      slopeRev = -isat * t1 / nvt;
    }
  }
  return { xExp, vFwd, iFwd, slopeFwd, vRev, iRev, slopeRev };
}

/** Diode current from body to source or drain without leakage by traps, A (manual 11.1). */
export function junctionCurrent(
  v: number, gmin: number, diomod: number, isat: number, nvt: number, bv: number, xjbv: number,
  xExp: number, vFwd: number, iFwd: number, slopeFwd: number, vRev: number, iRev: number, slopeRev: number,
): number {
  let y = 0;
  if (isat > 0) {
    const u = v / nvt;
    if (diomod === 0) {
      y = isat * (Math.exp(u) + xExp - xjbv * Math.exp(-(bv + v) / nvt) - 1);
    } else if (v > vFwd) {
      y = iFwd + slopeFwd * (v - vFwd);
    } else {
      const e = u < -EXP_LIMIT ? MIN_EXP : Math.exp(u);
      if (diomod === 1) {
        y = isat * (e - 1);
      } else if (v < vRev) {
        y = (e - 1) * (iRev + slopeRev * (v - vRev));
      } else {
        const t1 = (bv + v) / nvt;
        y = isat * (e + xExp - 1 - xjbv * (t1 > EXP_LIMIT ? MIN_EXP : Math.exp(-t1)));
      }
    }
  }
  return y + gmin * v;
}

/** Trap-assisted tunneling of one junction component in reverse bias, A (manual 11.1). */
export function trapCurrent(v: number, isat: number, nvt: number, vts: number): number {
  let factor = 1e3;
  if (vts - v >= vts * 1e-3) factor = vts / (vts - v);
  return -isat * (linearExp((-v / nvt) * factor) - 1);
}

/** Charge of one junction component in reverse bias, C; `cz` is its capacitance at 0 V (manual 11.2). */
export function depletionCharge(v: number, cz: number, pb: number, mj: number): number {
  let y = 0;
  if (cz > 0) {
    const arg = 1 - v / pb;
    y = (pb * cz * (1 - arg * Math.exp(-mj * Math.log(arg)))) / (1 - mj);
  }
  return y;
}

/** Charge of a junction of three components, C; in forward bias a parabola continues it (manual 11.2). */
export function junctionCharge(
  v: number, cz: number, czsw: number, czswg: number, pb: number, pbsw: number, pbswg: number, mj: number, mjsw: number, mjswg: number,
): number {
  let y: number;
  if (v < 0) y = depletionCharge(v, cz, pb, mj) + depletionCharge(v, czsw, pbsw, mjsw) + depletionCharge(v, czswg, pbswg, mjswg);
  else y = v * (cz + czsw + czswg + 0.5 * v * ((cz * mj) / pb + (czsw * mjsw) / pbsw + (czswg * mjswg) / pbswg));
  return y;
}
