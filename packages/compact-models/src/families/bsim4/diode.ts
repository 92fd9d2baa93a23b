import { siliconGap } from '../spice-junction.ts';
import { K_OVER_Q, linearExp } from './constants.ts';
import { junctionLimits, type JunctionLimits } from './junction.ts';

/** Everything of one junction that does not depend on bias. */
export interface JunctionSide extends JunctionLimits {
  isat: number;
  nvt: number;
  bv: number;
  xjbv: number;
}

/** Saturation current, emission and breakdown of one junction at temperature (manual 11.1 and 13.6). */
export function junctionSide(
  generation: number, diomod: number, temperature: number, eg0: number, vtm0: number, tnom: number,
  area: number, perimeter: number, edge: number,
  js: number, jsw: number, jswg: number, emission: number, xti: number, bvCard: number, xjbvCard: number, ijthFwd: number, ijthRev: number,
): JunctionSide {
  const vtm = K_OVER_Q * temperature;
  const nj = generation < 7 ? emission : Math.max(0.1, emission);
  const eg = siliconGap(temperature);
  const factor = Math.exp((eg0 / vtm0 - eg / vtm + xti * Math.log(temperature / tnom)) / nj);
  const nvt = vtm * nj;
  let isat = Math.max(0, js * factor) * area + Math.max(0, jsw * factor) * perimeter + Math.max(0, jswg * factor) * edge;
  // since version 4.6 a junction without size has no current
  if (area <= 0 && perimeter <= 0) isat = generation < 6 ? 1e-14 : 0;
  let bv = bvCard;
  let xjbv = xjbvCard;
  let forward = ijthFwd;
  let backward = ijthRev;
  if (bv <= 0) bv = generation < 6 ? 10 : 0;
  if ((xjbv <= 0 && diomod === 2) || (xjbv < 0 && diomod === 0)) xjbv = generation < 6 ? 1 : 0;
  if (forward <= 0) forward = generation < 6 ? 0.1 : 0;
  if (backward <= 0) backward = generation < 6 ? 0.1 : 0;
  const { xExp, vFwd, iFwd, slopeFwd, vRev, iRev, slopeRev } = junctionLimits(diomod, isat, nvt, bv, xjbv, forward, backward);
  return { isat, nvt, bv, xjbv, xExp, vFwd, iFwd, slopeFwd, vRev, iRev, slopeRev };
}

/** Trap-assisted tunneling current at temperature, A: `j` times `size` (manual 11.1 and 13.6). */
export function trapSaturation(j: number, size: number, xts: number, eg0: number, vtm: number, rise: number): number {
  return linearExp((xts * eg0 * rise) / vtm) * size * j;
}

/** Capacitance density at temperature, not below 0 (manual 13.7). */
export function capacitanceAt(c: number, tc: number, delta: number): number {
  return tc * delta >= -1 ? c * (1 + tc * delta) : Math.min(c, 0);
}

/** Built-in potential at temperature, V, at least 0.01 (manual 13.7). */
export function potentialAt(pb: number, tp: number, delta: number): number {
  return Math.max(0.01, Math.max(0.1, pb) - tp * delta);
}
