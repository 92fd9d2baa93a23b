import { CHARGE, EPSSI, PI, binned, rollOff } from './constants.ts';
import type { Card } from './card.ts';

/** Quantities of the channel's doping at one size, before stress and instance offsets. */
export interface Doping {
  phi: number;
  sqrtPhi: number;
  xdep0: number;
  litl: number;
  vbi: number;
  vfbsd: number;
  cdep0: number;
  ldeb: number;
  k1: number;
  k2: number;
  vbm: number;
  vfb: number;
  vth0: number;
  xj: number;
  ndep: number;
  ngate: number;
}

/** Surface potential, depletion and body effect (manual 2.1 and 2.2). */
export function doping(
  p: Card, coxe: number, toxe: number, vtm0: number, ni: number, invL: number, invW: number, invLW: number,
): Doping {
  let ndep = binned(p.ndep, p.lndep, p.wndep, p.pndep, invL, invW, invLW);
  let gamma1 = binned(p.gamma1, p.lgamma1, p.wgamma1, p.pgamma1, invL, invW, invLW);
  let gamma2 = binned(p.gamma2, p.lgamma2, p.wgamma2, p.pgamma2, invL, invW, invLW);
  if (p.ndepGiven === 0 && p.gamma1Given > 0) ndep = 3.01248e22 * gamma1 * gamma1 * coxe * coxe;
  const nsub = binned(p.nsub, p.lnsub, p.wnsub, p.pnsub, invL, invW, invLW);
  const nsd = binned(p.nsd, p.lnsd, p.wnsd, p.pnsd, invL, invW, invLW);
  const ngate = binned(p.ngate, p.lngate, p.wngate, p.pngate, invL, invW, invLW);
  const xj = binned(p.xj, p.lxj, p.wxj, p.pxj, invL, invW, invLW);
  const phi = vtm0 * Math.log(ndep / ni) + binned(p.phin, p.lphin, p.wphin, p.pphin, invL, invW, invLW) + 0.4;
  const sqrtPhi = Math.sqrt(phi);
  let vbm = binned(p.vbm, p.lvbm, p.wvbm, p.pvbm, invL, invW, invLW);
  let k1: number;
  let k2: number;
  if (p.k1Given > 0 || p.k2Given > 0) {
    k1 = p.k1Given > 0 ? binned(p.k1, p.lk1, p.wk1, p.pk1, invL, invW, invLW) : 0.53;
    k2 = p.k2Given > 0 ? binned(p.k2, p.lk2, p.wk2, p.pk2, invL, invW, invLW) : -0.0186;
  } else {
    const xt = binned(p.xt, p.lxt, p.wxt, p.pxt, invL, invW, invLW);
    const vbxGiven = binned(p.vbx, p.lvbx, p.wvbx, p.pvbx, invL, invW, invLW);
    const vbx = -Math.abs(p.vbxGiven > 0 ? vbxGiven : phi - 7.7348e-4 * ndep * xt * xt);
    vbm = -Math.abs(vbm);
    if (p.gamma1Given === 0) gamma1 = (5.753e-12 * Math.sqrt(ndep)) / coxe;
    if (p.gamma2Given === 0) gamma2 = (5.753e-12 * Math.sqrt(nsub)) / coxe;
    const t1 = Math.sqrt(phi - vbx) - sqrtPhi;
    const t2 = Math.sqrt(phi * (phi - vbm)) - phi;
    k2 = ((gamma1 - gamma2) * t1) / (2 * t2 + vbm);
    k1 = gamma2 - 2 * k2 * Math.sqrt(phi - vbm);
  }
  const vth0Given = binned(p.vth0, p.lvth0, p.wvth0, p.pvth0, invL, invW, invLW);
  let vfb = -1;
  if (p.vfbGiven > 0) vfb = binned(p.vfb, p.lvfb, p.wvfb, p.pvfb, invL, invW, invLW);
  else if (p.vth0Given > 0) vfb = p.type * vth0Given - phi - k1 * sqrtPhi;
  return {
    phi,
    sqrtPhi,
    xdep0: Math.sqrt((2 * EPSSI) / (CHARGE * ndep * 1e6)) * sqrtPhi,
    litl: p.generation < 6 ? Math.sqrt(3 * xj * toxe) : Math.sqrt(((3 * 3.9) / p.epsrox) * xj * toxe),
    vbi: vtm0 * Math.log((nsd * ndep) / (ni * ni)),
    vfbsd: ngate > 0 ? vtm0 * Math.log(ngate / nsd) : 0,
    cdep0: Math.sqrt((CHARGE * EPSSI * ndep * 1e6) / 2 / phi),
    ldeb: Math.sqrt((EPSSI * vtm0) / (CHARGE * ndep * 1e6)) / 3,
    k1,
    k2,
    vbm,
    vfb,
    vth0: p.vth0Given > 0 ? vth0Given : p.type * (vfb + phi + k1 * sqrtPhi),
    xj,
    ndep,
    ngate,
  };
}

/** Threshold terms that do not depend on bias. */
export interface ThresholdTerms {
  theta0vb0: number;
  thetaRout: number;
  dvt1Leff: number;
  dvt1wArea: number;
  dvt2: number;
  dvt2w: number;
  dvt0V0: number;
  dvt0wV0: number;
  lpeVb: number;
  /** Threshold less vth0, with -phi - k1 sqrt(phi): for the flat band of the charge model. */
  vfbzbFactor: number;
  /** What is added to type * vth0 at any bias. */
  shift: number;
  /** Factor of the body bias in the threshold. */
  body: number;
  /** k3b times the narrow-width voltage. */
  narrowBody: number;
}

/** Short-channel, narrow-channel, pocket and temperature terms (manual 2.3 to 2.5 and 13.1). */
export function thresholdTerms(
  p: Card, factor1: number, toxe: number, k1ox: number, k1: number, phi: number, sqrtPhi: number, xdep0: number, vbi: number,
  leff: number, weff: number, rise: number, invL: number, invW: number, invLW: number,
): ThresholdTerms {
  const scale = factor1 * Math.sqrt(xdep0);
  const drout = binned(p.drout, p.ldrout, p.wdrout, p.pdrout, invL, invW, invLW);
  const dsub = binned(p.dsub, p.ldsub, p.wdsub, p.pdsub, invL, invW, invLW);
  const pdiblc1 = binned(p.pdiblc1, p.lpdiblc1, p.wpdiblc1, p.ppdiblc1, invL, invW, invLW);
  const pdiblc2 = binned(p.pdiblc2, p.lpdiblc2, p.wpdiblc2, p.ppdiblc2, invL, invW, invLW);
  const v0 = vbi - phi;
  const dvt1Leff = binned(p.dvt1, p.ldvt1, p.wdvt1, p.pdvt1, invL, invW, invLW) * leff;
  const dvt1wArea = binned(p.dvt1w, p.ldvt1w, p.wdvt1w, p.pdvt1w, invL, invW, invLW) * weff * leff;
  const dvt0V0 = binned(p.dvt0, p.ldvt0, p.wdvt0, p.pdvt0, invL, invW, invLW) * v0;
  const dvt0wV0 = binned(p.dvt0w, p.ldvt0w, p.wdvt0w, p.pdvt0w, invL, invW, invLW) * v0;
  const narrow = (toxe * phi) / (weff + binned(p.w0, p.lw0, p.ww0, p.pw0, invL, invW, invLW));
  const k3 = binned(p.k3, p.lk3, p.wk3, p.pk3, invL, invW, invLW);
  const k3b = binned(p.k3b, p.lk3b, p.wk3b, p.pk3b, invL, invW, invLW);
  const lpe0 = binned(p.lpe0, p.llpe0, p.wlpe0, p.plpe0, invL, invW, invLW);
  const lpeb = binned(p.lpeb, p.llpeb, p.wlpeb, p.plpeb, invL, invW, invLW);
  const kt1 = binned(p.kt1, p.lkt1, p.wkt1, p.pkt1, invL, invW, invLW);
  const kt1l = binned(p.kt1l, p.lkt1l, p.wkt1l, p.pkt1l, invL, invW, invLW);
  const kt2 = binned(p.kt2, p.lkt2, p.wkt2, p.pkt2, invL, invW, invLW);
  const pocket = k1ox * (Math.sqrt(1 + lpe0 / leff) - 1) * sqrtPhi;
  const lpeVb = Math.sqrt(1 + lpeb / leff);
  const thermal = (kt1 + kt1l / leff) * rise;
  // in the charge model ngspice has the other sign with tempMod 2 and 3
  const thermalCV = p.tempmod < 2 ? thermal : -kt1 * rise;
  return {
    theta0vb0: rollOff((dsub * leff) / scale),
    thetaRout: pdiblc1 * rollOff((drout * leff) / scale) + pdiblc2,
    dvt1Leff,
    dvt1wArea,
    dvt2: binned(p.dvt2, p.ldvt2, p.wdvt2, p.pdvt2, invL, invW, invLW),
    dvt2w: binned(p.dvt2w, p.ldvt2w, p.wdvt2w, p.pdvt2w, invL, invW, invLW),
    dvt0V0,
    dvt0wV0,
    lpeVb,
    vfbzbFactor: -dvt0wV0 * rollOff(dvt1wArea / scale) - dvt0V0 * rollOff(dvt1Leff / scale) + k3 * narrow + pocket + thermalCV
      - phi - k1 * sqrtPhi,
    shift: k3 * narrow + pocket + thermal - k1 * sqrtPhi * lpeVb,
    body: k3b * narrow + kt2 * rise,
    narrowBody: k3b * narrow,
  };
}

/** Shape of the transition to weak inversion: 0.5 + atan(minv) / pi (manual 3.1). */
export function transitionShape(minv: number): number {
  return 0.5 + Math.atan(minv) / PI;
}
