import { EPSSI, EXP_LIMIT, MAX_EXP, MIN_EXP, positiveReciprocal, smoothMinimum } from './constants.ts';
import type { Prepared } from './prepared.ts';

/** Current of one finger and what other currents need of it. */
export interface DrainCurrent {
  /** Channel current, A. */
  ids: number;
  /** Impact ionization current from drain to body, A. */
  isub: number;
  vdseff: number;
}

/** Inverse of the ratio of the saturation velocity seen by Vdsat, 1 where a1 = 0 and a2 = 1 (manual 5.6). */
function nonSaturation(a1: number, a2: number, vgsteff: number): number {
  let y = a2;
  if (a1 > 0) {
    const t0 = 1 - a2;
    const t1 = t0 - a1 * vgsteff - 0.0001;
    y = a2 + t0 - 0.5 * (t1 + Math.sqrt(t1 * t1 + 0.0004 * t0));
  } else if (a1 < 0) {
    const t1 = a2 + a1 * vgsteff - 0.0001;
    y = 0.5 * (t1 + Math.sqrt(t1 * t1 + 0.0004 * a2));
  }
  return y;
}

/** Saturation voltage, V (manual 5.6); the root is written so that it stays finite where its quadratic term vanishes. */
function saturationVoltage(abulk: number, esatL: number, vgst2Vtm: number, wvCoxRds: number, lambda: number): number {
  const t9 = abulk * wvCoxRds;
  const t0 = 2 * abulk * (t9 - 1 + 1 / lambda);
  const t1 = vgst2Vtm * (2 / lambda - 1) + abulk * esatL + 3 * vgst2Vtm * t9;
  const t2 = vgst2Vtm * (esatL + 2 * vgst2Vtm * wvCoxRds);
  return (2 * t2) / (t1 + Math.sqrt(t1 * t1 - 2 * t0 * t2));
}

/** Bias-dependent source/drain resistance inside the channel equation, rdsMod 0, ohm (manual 5.3). */
function channelResistance(q: Prepared, vgsteff: number, bodyTerm: number): number {
  let y = 0;
  if (q.rdsmod !== 1) {
    const t2 = 1 / (1 + q.prwg * vgsteff) + q.prwb * bodyTerm;
    y = q.rdswmin + (t2 + Math.sqrt(t2 * t2 + 0.01)) * q.halfRds0;
  }
  return y;
}

/** Oxide capacitance in inversion with the charge layer's thickness, F/m^2 (manual 7.3). */
export function inversionCapacitance(q: Prepared, overdrive: number): number {
  const tcen = q.tcenScale / (1 + Math.exp(q.tcenExponent * Math.log((overdrive + q.vtfbphi2) * q.halfOverTox)));
  return (EPSSI * q.coxp) / (EPSSI + q.coxp * tcen);
}

/** Reciprocal of the Early voltage of drain-induced barrier lowering, 1/V (manual 5.7). */
function diblConductance(q: Prepared, abulkVdsat: number, vgst2Vtm: number, vbseff: number, pvagTerm: number): number {
  const t0 = vgst2Vtm - (vgst2Vtm * abulkVdsat) / (vgst2Vtm + abulkVdsat);
  return q.thetaRout < 0 ? 0 : q.thetaRout / (t0 * positiveReciprocal(q.pdiblcb * vbseff) * pvagTerm);
}

/** Reciprocal of the Early voltage of drain-induced threshold shift, 1/V (manual 5.7). */
function ditsConductance(q: Prepared, fp: number, vds: number): number {
  let e = 1;
  if (q.pditsd !== 0 || q.pdits !== 0) {
    const t0 = q.pditsd * vds;
    e = t0 > EXP_LIMIT ? MAX_EXP : Math.exp(t0);
  }
  return q.pdits / (fp * (1 + q.pditslTerm * e));
}

/** Reciprocal of the Early voltage of the substrate current induced body effect, 1/V (manual 5.7). */
function bodyEffectConductance(q: Prepared, past: number): number {
  let y = 0;
  if (q.pscbe2OverLeff > 0) y = q.pscbe2OverLeff * (past > q.pscbe1Litl / EXP_LIMIT ? Math.exp(-q.pscbe1Litl / past) : 1 / MAX_EXP);
  return y;
}

/** Velocity limit of carriers injected at the source: factor of the current (manual 5.9). */
function sourceVelocityFactor(q: Prepared, current: number, coxeffWidth: number, vgsteff: number): number {
  let y = 1;
  if (q.vtlLimit > 0) {
    const t1 = current / (coxeffWidth * vgsteff * q.vtlLimit);
    if (t1 > 0) y = Math.exp(-Math.log(1 + Math.exp(6 * Math.log(t1))) / 6);
  }
  return y;
}

/** Channel and impact ionization current of one finger for vds >= 0 (manual 5.4 to 5.9 and 6.1). */
export function drainCurrent(
  q: Prepared, vds: number, vbseff: number, sqrtPhis: number, vgsteff: number, abulk: number, ueff: number,
): DrainCurrent {
  const bodyTerm = sqrtPhis - q.sqrtPhi;
  let weff = q.weff - 2 * (q.dwg * vgsteff + q.dwb * bodyTerm);
  if (weff < 2e-8) weff = (2e-8 * (4e-8 - weff)) / (6e-8 - 2 * weff);
  const rds = channelResistance(q, vgsteff, bodyTerm);
  const wvCoxRds = weff * q.vsattemp * q.coxe * rds;
  const esat = (2 * q.vsattemp) / ueff;
  let esatL = esat * q.leff;
  const lambda = nonSaturation(q.a1, q.a2, vgsteff);
  const vgst2Vtm = vgsteff + 2 * q.vtm;
  const vdsat = saturationVoltage(abulk, esatL, vgst2Vtm, wvCoxRds, lambda);
  const vdseff = smoothMinimum(vds, vdsat, q.delta);
  const past = vds - vdseff;
  // velocity overshoot (manual 5.9)
  if (q.overshoot > 0 && q.lambda >= 0) {
    const t6 = 1 + past / (esat * q.litl);
    esatL = esatL * (1 + (q.lambda / (q.leff * ueff)) * (1 - 2 / (t6 * t6 + 1)));
  }
  const esatCLM = q.generation < 6 ? esat : esatL / q.leff;
  const rdsTerm = wvCoxRds * vgsteff;
  const vasat = (esatL + vdsat + 2 * rdsTerm * (1 - 0.5 * abulk * vdsat / vgst2Vtm)) / (2 / lambda - 1 + wvCoxRds * abulk);
  const coxeffWidth = inversionCapacitance(q, vgsteff) * weff;
  const beta = (ueff * coxeffWidth) / q.leff;
  const gche = (beta * vgsteff * (1 - 0.5 * vdseff * abulk / vgst2Vtm)) / (1 + vdseff / esatL);
  const idl = gche / (1 + gche * rds);
  const fp = q.fproutLength < 0 ? 1 : 1 / (1 + q.fproutLength / vgst2Vtm);
  const pvag = (q.pvag / esatL) * vgsteff;
  const pvagTerm = pvag > -0.9 ? 1 + pvag : (0.8 + pvag) / (17 + 20 * pvag);
  let cclm = MAX_EXP;
  let vaclm = MAX_EXP;
  if (q.pclm > MIN_EXP && past > 1e-10) {
    cclm = (fp * pvagTerm * (1 + rds * idl) * (q.leff + vdsat / esatCLM)) / q.pclmLitl;
    vaclm = cclm * past;
  }
  const byDibl = 1 + past * diblConductance(q, abulk * vdsat, vgst2Vtm, vbseff, pvagTerm);
  const byDits = q.pdits < 0 ? 1 : 1 + past * ditsConductance(q, fp, vds);
  const idsa = idl * byDibl * byDits * (1 + Math.log(1 + vaclm / vasat) / cclm);
  let isub = 0;
  if (q.ionization >= 0 && q.beta0 > 0) {
    if (past > q.beta0 / EXP_LIMIT) isub = q.ionization * past * Math.exp(-q.beta0 / past) * idsa * vdseff;
    else isub = q.ionization * MIN_EXP * past * idsa * vdseff;
  }
  const ids = idsa * (1 + past * bodyEffectConductance(q, past)) * vdseff;
  return { ids: ids * sourceVelocityFactor(q, ids, coxeffWidth, vgsteff), isub, vdseff };
}
