import { bulkCharge, effectiveWidth, innerResistance, mobility, saturationShare } from './channel.ts';
import { exponentLimit, largestExponential, smallestExponential } from './constants.ts';
import { softFloor } from './limits.ts';
import type { Prepared } from './prepared.ts';
import { body, effectiveGate, effectiveOverdrive, threshold } from './threshold.ts';

/** Current from drain to source and from drain to bulk (impact ionisation), A, for vds >= 0. */
export interface ChannelCurrent { ids: number; isub: number }

/** Early voltage of channel length modulation, V (manual B.1.6, VACLM). */
function earlyByLength(q: Prepared, abulk: number, overdrive: number, esatL: number, beyond: number): number {
  return q.pclm > 0 && beyond > 1e-10 ? ((q.leff * (abulk + overdrive / esatL)) / (q.pclm * abulk * q.litl)) * beyond : largestExponential;
}

/** Early voltage of drain-induced barrier lowering, V (manual B.1.6, VADIBLC). */
function earlyByBarrier(q: Prepared, abulk: number, vgst2vtm: number, vdsat: number, vbseff: number): number {
  let early = largestExponential;
  if (q.thetaRout > 0) {
    const bulk = abulk * vdsat;
    early = (vgst2vtm - (vgst2vtm * bulk) / (vgst2vtm + bulk)) / q.thetaRout / softFloor(1 + q.pdiblcb * vbseff, 0.1);
  }
  return early;
}

/** Early voltage of the hot-carrier body effect, V (manual B.1.6, VASCBE). */
function earlyBySubstrate(q: Prepared, beyond: number): number {
  let early = largestExponential;
  if (q.pscbe2 > 0) {
    const field = q.pscbe1 * q.litl;
    early = ((beyond > field / exponentLimit ? Math.exp(field / beyond) : largestExponential) * q.leff) / q.pscbe2;
  }
  return early;
}

/**
 * Channel current (manual B.1.6) and substrate current (B.1.7) for vds >= 0. Vdsat and Vdseff are the manual's roots in the form without
 * a difference of nearly equal numbers, which also holds where Rds vanishes and is exactly 0 at vds = 0.
 */
export function channelCurrent(q: Prepared, vds: number, vgs: number, vbs: number): ChannelCurrent {
  const { vbseff, sqrtPhis, xdep } = body(q, vbs);
  const { vth, n } = threshold(q, vds, vbseff, sqrtPhis, xdep);
  const overdrive = effectiveOverdrive(q, effectiveGate(q, vgs) - vth, n);
  const width = effectiveWidth(q, overdrive, sqrtPhis);
  const rds = innerResistance(q, overdrive, sqrtPhis);
  const { abulk } = bulkCharge(q, overdrive, vbseff, sqrtPhis, xdep);
  const ueff = mobility(q, overdrive, vth, vbseff);
  const lambda = saturationShare(q, overdrive);

  // saturation voltage (B.1.4)
  const drive = width * q.vsat * q.cox * rds;
  const esatL = ((2 * q.vsat) / ueff) * q.leff;
  const vgst2vtm = overdrive + 2 * q.vtm;
  const square = 2 * abulk * (abulk * drive - 1 + 1 / lambda);
  const linear = vgst2vtm * (2 / lambda - 1) + abulk * esatL + 3 * vgst2vtm * abulk * drive;
  const constant = vgst2vtm * (esatL + 2 * vgst2vtm * drive);
  const vdsat = (2 * constant) / (linear + Math.sqrt(linear * linear - 2 * square * constant));

  // effective drain voltage (B.1.5)
  const short = vdsat - vds - q.delta;
  const vdseff = (2 * vdsat * vds) / (vdsat + vds + q.delta + Math.sqrt(short * short + 4 * q.delta * vdsat));
  const beyond = vds - vdseff;

  // Early voltage (B.1.6)
  const vasat = (esatL + vdsat + 2 * drive * overdrive * (1 - (0.5 * abulk * vdsat) / vgst2vtm)) / (2 / lambda - 1 + drive * abulk);
  const vaclm = earlyByLength(q, abulk, overdrive, esatL, beyond);
  const vadibl = earlyByBarrier(q, abulk, vgst2vtm, vdsat, vbseff);
  const va = vasat + softFloor(1 + (q.pvag / esatL) * overdrive, 0.1) * ((vaclm * vadibl) / (vaclm + vadibl));
  const vascbe = earlyBySubstrate(q, beyond);

  const conductance = (ueff * q.cox * (width / q.leff) * overdrive * (1 - (0.5 * abulk * vdseff) / vgst2vtm)) / (1 + vdseff / esatL);
  const modulated = ((conductance * vdseff) / (1 + conductance * rds)) * (1 + beyond / va);
  const ids = modulated * (1 + beyond / vascbe);

  // impact ionisation (B.1.7)
  let isub = 0;
  if (q.impact > 0 && q.beta0 > 0) {
    const multiplier = beyond > q.beta0 / exponentLimit ? Math.exp(-q.beta0 / beyond) : smallestExponential;
    isub = q.impact * beyond * multiplier * modulated;
  }
  return { ids, isub };
}
