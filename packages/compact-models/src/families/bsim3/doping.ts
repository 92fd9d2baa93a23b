import type { Card } from './card.ts';

/** A doping density in 1/cm3; above `limit` the card means 1/m3. */
export function perCm3(density: number, limit: number): number {
  return density > limit ? density * 1e-6 : density;
}

/** First and second body effect coefficients, V^0.5 and 1, and the deepest body bias that they hold for, V. */
export interface BodyCoefficients { k1: number; k2: number; vbm: number }

/**
 * Body effect coefficients: as stated, or from the doping profile where the card states neither k1 nor k2 (manual 2.1.3, equations
 * 2.1.16 to 2.1.19). Where only one of them is stated the other takes a number of its own.
 */
export function bodyCoefficients(
  p: Card, k1Stated: number, k2Stated: number, gamma1Stated: number, gamma2Stated: number, nch: number, nsub: number, vbxStated: number,
  vbmStated: number, xt: number, phi: number, cox: number,
): BodyCoefficients {
  let k1: number;
  let k2: number;
  let vbm = vbmStated;
  if (p.k1Given > 0 || p.k2Given > 0) {
    k1 = p.k1Given > 0 ? k1Stated : 0.53;
    k2 = p.k2Given > 0 ? k2Stated : -0.0186;
  } else {
    const vbx = -Math.abs(p.vbxGiven > 0 ? vbxStated : phi - 7.7348e-4 * nch * xt * xt);
    vbm = -Math.abs(vbmStated);
    const gamma1 = p.gamma1Given > 0 ? gamma1Stated : (5.753e-12 * Math.sqrt(nch)) / cox;
    const gamma2 = p.gamma2Given > 0 ? gamma2Stated : (5.753e-12 * Math.sqrt(nsub)) / cox;
    const sqrtPhi = Math.sqrt(phi);
    const rise = Math.sqrt(phi - vbx) - sqrtPhi;
    const reach = Math.sqrt(phi * (phi - vbm)) - phi;
    k2 = ((gamma1 - gamma2) * rise) / (2 * reach + vbm);
    k1 = gamma2 - 2 * k2 * Math.sqrt(phi - vbm);
  }
  return { k1, k2, vbm };
}

/**
 * Body bias beyond which the threshold no longer falls, V: 0.9 times the extremum of the body effect, within -30 and -3 V (manual
 * B.1.1).
 */
export function deepestBodyBias(k1: number, k2: number, phi: number, vbm: number): number {
  let vbsc = -30;
  if (k2 < 0) {
    const half = (0.5 * k1) / k2;
    vbsc = Math.max(Math.min(0.9 * (phi - half * half), -3), -30);
  }
  return Math.min(vbsc, vbm);
}
