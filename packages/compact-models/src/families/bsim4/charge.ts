import { slopeOnly } from '../small-signal.ts';
import { EPSSI, boundedExp, smoothMinimum, softplus } from './constants.ts';
import { overdrive } from './threshold.ts';
import type { Prepared } from './prepared.ts';

/** Charges of the channel in the frame of the mode, C: gate, body and the source side of the mode. */
export interface ChannelCharge {
  qgate: number;
  qbulk: number;
  qsource: number;
}

/** Flat-band voltage limited by the gate bias: splits accumulation from depletion (manual 7.4). */
function effectiveFlatband(vfb: number, vgsEff: number, vbs: number): number {
  const v3 = vfb - vgsEff + vbs - 0.02;
  return vfb - 0.5 * (v3 + Math.sqrt(v3 * v3 + 0.08 * Math.abs(vfb)));
}

/** Surface charge of the depletion layer over the oxide capacitance, V (manual 7.4). */
function depletion(k1ox: number, t3: number): number {
  let y = 0;
  if (k1ox !== 0) {
    if (t3 < 0) y = t3;
    else y = k1ox * (Math.sqrt(0.25 * k1ox * k1ox + t3) - 0.5 * k1ox);
  }
  return y;
}

/** Charge of the source side: partition 0/100, 40/60 or 50/50 by xpart (manual 7.4). */
function sourceCharge(xpart: number, c: number, v: number, t0: number, t2: number, half: number): number {
  let y: number;
  if (xpart > 0.5) {
    y = -c * (0.5 * v + 0.25 * t0 - 0.5 * t0 * t0 / t2);
  } else if (xpart < 0.5) {
    const t = t2 / 12;
    y = (-0.5 * c / (t * t)) * (v * (2 * t0 * t0 / 3 + v * (v - 4 * t0 / 3)) - 2 * t0 * t0 * t0 / 15);
  } else {
    y = half;
  }
  return y;
}

/**
 * Piecewise charge model, capMod 0 (manual 7.4.1). The slopes of ngspice's code 4.5 count the gate's depletion, whose slope is
 * `gateSlope`, twice in the saturation voltage, and with 40/60 again that of the drain's charge in the body's.
 */
export function piecewiseCharge(
  q: Prepared, vds: number, vbs: number, vgsEff: number, sqrtPhis: number, abulk0: number, gateSlope: number,
): ChannelCharge {
  const vgst = vgsEff - (q.vfbcv + q.phi + q.k1ox * sqrtPhis);
  const arg = vgsEff - vbs - q.vfbcv;
  const c = q.coxWL;
  let qgate: number;
  let qbulk: number;
  let qdrain = 0;
  if (arg <= 0) {
    qgate = c * arg;
    qbulk = -qgate;
  } else if (vgst <= 0) {
    qgate = c * q.k1ox * (Math.sqrt(0.25 * q.k1ox * q.k1ox + arg) - 0.5 * q.k1ox);
    qbulk = -qgate;
  } else {
    const abulk = abulk0 * q.abulkCVfactor;
    const surplus = q.generation < 6 ? gateSlope - 1 : 0;
    const vdsat = vgst / abulk + slopeOnly(surplus / abulk, vgsEff);
    if (vds >= vdsat) {
      qgate = c * (vgsEff - q.vfbcv - q.phi - vdsat / 3);
      const inversion = (-2 * c / 3) * vgst;
      qbulk = -(qgate + inversion);
      if (q.xpart < 0.5) qdrain = 0.4 * inversion;
      else if (q.xpart > 0.5) qdrain = 0;
      else qdrain = 0.5 * inversion;
    } else {
      const t1 = 2 * vdsat - vds;
      const t2 = vds / (3 * t1);
      const t3 = t2 * vds;
      const t4 = (0.25 * c * vgst) / vdsat;
      qgate = c * (vgsEff - q.vfbcv - q.phi - 0.5 * (vds - t3));
      qbulk = -(qgate - 2 * t4 * (t1 + t3));
      if (q.xpart > 0.5) qdrain = t4 * (2 * vds - t1 - 3 * t3);
      else if (q.xpart < 0.5) {
        const cubic = 8 * vdsat * vdsat - 6 * vdsat * vds + 1.2 * vds * vds;
        const share = t2 / t1;
        qdrain = t4 * (vds - t1 - share * cubic);
        const byVdsat = t4 * (2 - (4 * share * cubic) / t1 + share * (16 * vdsat - 6 * vds));
        qbulk = qbulk + slopeOnly(-surplus * ((qdrain / vgst) * surplus + (byVdsat * gateSlope) / abulk), vgsEff);
      } else qdrain = -t4 * (t1 + t3);
    }
  }
  return { qgate, qbulk, qsource: -(qgate + qbulk + qdrain) };
}

/** Gate overdrive of the charge model, V (manual 7.4). */
export function chargeOverdrive(q: Prepared, vgst: number, n: number): number {
  return q.cvchargemod === 0
    ? softplus(vgst - q.voffcv, q.vtm * n * q.noff)
    : overdrive(vgst, n, q.vtm, q.mstarcv, q.voffcbncv, q.coxOverCdep);
}

/** Effective drain voltage, V. In ngspice's code 4.5 a factor is missing in its slope by the body in the linear region. */
function chargeDrain(q: Prepared, vds: number, vdsat: number, abulk: number): number {
  const left = vdsat - vds - 0.02;
  let vdseff = smoothMinimum(vds, vdsat, 0.02);
  if (q.generation < 6 && left < 0 && vds > 0) {
    const share = 0.04 / (Math.sqrt(left * left + 0.08 * vdsat) - left);
    vdseff = vdseff + slopeOnly((-share * vdsat) / abulk, abulk);
  }
  return vdseff;
}

/** Charge model with smooth transitions, capMod 1 (manual 7.4.2). */
export function smoothCharge(q: Prepared, vds: number, vbs: number, vgsEff: number, vgsteff: number, abulk0: number): ChannelCharge {
  const vfbeff = effectiveFlatband(q.vfbzb, vgsEff, vbs);
  const accumulation = q.coxWL * (vfbeff - q.vfbzb);
  const body = q.coxWL * depletion(q.k1ox, vgsEff - vfbeff - vbs - vgsteff);
  const abulk = abulk0 * q.abulkCVfactor;
  const vdseff = chargeDrain(q, vds, vgsteff / abulk, abulk);
  const t0 = abulk * vdseff;
  const t1 = 12 * (vgsteff - 0.5 * t0 + 1e-20);
  const t3 = (t0 * vdseff) / t1;
  const gate = q.coxWL * (vgsteff - 0.5 * vdseff + t3);
  const bulk = q.coxWL * (1 - abulk) * (0.5 * vdseff - t3);
  const qsource = sourceCharge(q.xpart, q.coxWL, vgsteff, t0, t1, -0.5 * (gate + bulk));
  return { qgate: gate + accumulation + body, qbulk: bulk - accumulation - body, qsource };
}

/** Charge-thickness model, capMod 2 (manual 7.3 and 7.4.3). */
export function thicknessCharge(q: Prepared, vds: number, vbs: number, vgsEff: number, vgsteff: number, abulk0: number): ChannelCharge {
  const vfbeff = effectiveFlatband(q.vfbzb, vgsEff, vbs);
  const link = 1e-3 * q.toxp;
  const thickness = q.ldeb * boundedExp(((vgsEff - vbs - q.vfbzb) / (1e8 * q.toxp)) * q.acde);
  const v3 = q.ldeb - thickness - link;
  const tcenAccumulation = q.ldeb - 0.5 * (v3 + Math.sqrt(v3 * v3 + 4 * link * q.ldeb));
  const cAccumulation = (q.coxWLOverCoxe * q.coxp * EPSSI) / (q.coxp * tcenAccumulation + EPSSI);
  const accumulation = cAccumulation * (vfbeff - q.vfbzb);
  const body = cAccumulation * depletion(q.k1ox, vgsEff - vfbeff - vbs - vgsteff);
  const deltaPhi = q.vtm * Math.log(1 + ((2 * q.dphiRoot + vgsteff) * vgsteff) / q.dphiDenominator);
  const t = vgsteff - deltaPhi - 0.001;
  const vgdp = 0.5 * (t + Math.sqrt(t * t + vgsteff * 0.004));
  const tcen = q.tcenScale / (1 + Math.exp(q.tcenExponent * Math.log((vgsteff + q.vtfbphi2) * q.halfOverTox)));
  const c = (q.coxWLOverCoxe * q.coxp * EPSSI) / (q.coxp * tcen + EPSSI);
  const abulk = abulk0 * q.abulkCVfactor;
  const vdseff = chargeDrain(q, vds, vgdp / abulk, abulk);
  const t0 = abulk * vdseff;
  const t2 = 12 * (vgdp - 0.5 * t0 + 1e-20);
  const t3 = t0 / t2;
  const gate = c * (vgdp - t0 * (0.5 - t3));
  const bulk = c * (1 - abulk) * (0.5 * vdseff - t3 * vdseff);
  const qsource = sourceCharge(q.xpart, c, vgdp, t0, t2, -0.5 * gate);
  return { qgate: gate + accumulation + body - bulk, qbulk: bulk - accumulation - body, qsource };
}

/** Overlap charge between gate and one extension, C per finger (manual 7.5). */
export function overlapCharge(q: Prepared, v: number, linear: number, lightlyDoped: number, ckappa: number): number {
  let y = linear * v;
  if (q.capmod !== 0) {
    const t0 = v + 0.02;
    const t2 = 0.5 * (t0 - Math.sqrt(t0 * t0 + 0.08));
    y = (linear + lightlyDoped) * v - lightlyDoped * (t2 + 0.5 * ckappa * (Math.sqrt(1 - 4 * t2 / ckappa) - 1));
  }
  return y;
}
