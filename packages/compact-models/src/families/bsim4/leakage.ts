import { boundedExp, softplus } from './constants.ts';
import type { Prepared } from './prepared.ts';

/** Tunneling currents of one finger: to the channel, split between source and drain side of the mode, and to the body. */
export interface GateCurrent {
  igcs: number;
  igcd: number;
  igb: number;
}

/** exp(-x) times y for the band-to-band currents; constant beyond x = 100. */
function tunnel(y: number, x: number): number {
  return x < 100 ? y * Math.exp(-x) : y * 3.720075976e-44;
}

/** Gate-induced leakage at one end, A per finger, gidlMod 0 (manual 6.2). `field` numerator: end voltage less gate voltage less egidl. */
export function gateInducedLeakage(field: number, vjct: number, a: number, b: number, c: number, width: number, threeTox: number): number {
  const t1 = field / threeTox;
  let y = 0;
  if (a >= 0 && b > 0 && c > 0 && t1 > 0 && vjct <= 0) {
    const t5 = -vjct * vjct * vjct;
    y = (tunnel(a * width * t1, b / t1) * t5) / (c + t5);
  }
  return y;
}

/** The same with gidlMod 1, since version 4.7 (manual 6.2). `clamp` limits vjct - f (version 4.8). */
export function gateInducedLeakageNew(
  field: number, vjct: number, a: number, b: number, c: number, k: number, f: number, clamp: number, width: number, threeTox: number,
): number {
  const t1 = field / threeTox;
  let y = 0;
  if (a >= 0 && b > 0 && c >= 0 && t1 > 0) {
    let t4 = vjct - f;
    if (t4 > clamp) t4 = clamp;
    const t5 = t4 === 0 ? 100 : k / t4;
    const t6 = t5 < 100 ? Math.exp(t5) : 2.688117142e43;
    y = tunnel(width * a * t1, b / t1) * t6;
  }
  return y;
}

/** Tunneling between gate and channel or body (manual 4.2 and 4.3). Voltages in the frame of the mode. */
export function gateCurrent(
  q: Prepared, vgsEff: number, vbseff: number, vth: number, vgsteff: number, vdseff: number,
): GateCurrent {
  const vfb = q.vfbzb;
  const v3 = vfb - vgsEff + vbseff - 0.02;
  const vfbeff = vfb - 0.5 * (v3 + Math.sqrt(v3 * v3 + 0.08 * Math.abs(vfb)));
  let voxacc = vfb - vfbeff;
  if (voxacc < 0) voxacc = 0;
  const t3 = vgsEff - vfbeff - vbseff - vgsteff;
  let voxdepinv = 0;
  if (q.k1ox !== 0) {
    if (t3 < 0) voxdepinv = -t3;
    else voxdepinv = q.k1ox * (Math.sqrt(0.25 * q.k1ox * q.k1ox + t3) - 0.5 * q.k1ox);
  }
  voxdepinv = voxdepinv + vgsteff;
  let igcs = 0;
  let igcd = 0;
  if (q.igcmod > 0) {
    const over = q.igcmod === 1 ? vgsEff - q.typeVth0 : vgsEff - vth;
    const e = boundedExp(q.bechvb * (q.aigc + (q.aigc * q.cigc - q.bigc) * voxdepinv - q.bigc * q.cigc * voxdepinv * voxdepinv));
    const igc = q.aechvb * vgsEff * softplus(over, q.vtGate * q.nigc) * e;
    let pigcd = q.pigcd;
    if (q.pigcdGiven === 0) {
      const t12 = vgsteff + 1e-20;
      pigcd = (q.pigcdDefault / t12 / t12) * (1 - 0.5 * vdseff / t12);
    }
    const t7 = -pigcd * vdseff;
    const t8 = t7 * t7 + 2e-4;
    const t9 = boundedExp(t7);
    igcs = (igc * (t9 - 1 + 1e-4 - t7)) / t8;
    igcd = (igc * (t7 * t9 - (t9 - 1 - 1e-4))) / t8;
  }
  let igb = 0;
  if (q.igbmod > 0) {
    const vgb = vgsEff - vbseff;
    const accumulation = boundedExp(
      q.bAcc * (q.aigbacc + (q.aigbacc * q.cigbacc - q.bigbacc) * voxacc - q.bigbacc * q.cigbacc * voxacc * voxacc));
    const inversion = boundedExp(
      q.bInv * (q.aigbinv + (q.aigbinv * q.cigbinv - q.bigbinv) * voxdepinv - q.bigbinv * q.cigbinv * voxdepinv * voxdepinv));
    igb = q.aAcc * vgb * softplus(-vgsEff + vbseff + vfb, q.vtGate * q.nigbacc) * accumulation
      + q.aInv * vgb * softplus(voxdepinv - q.eigbinv, q.vtGate * q.nigbinv) * inversion;
  }
  return { igcs, igcd, igb };
}

/** Tunneling between gate and one source/drain extension, A per finger (manual 4.3). */
export function edgeCurrent(v: number, flatband: number, scale: number, b: number, aig: number, big: number, cig: number): number {
  const t0 = v - flatband;
  const vEff = Math.sqrt(t0 * t0 + 1e-4);
  return scale * v * vEff * boundedExp(b * (aig + (aig * cig - big) * vEff - big * cig * vEff * vEff));
}
