import { slopeOnly } from '../small-signal.ts';
import { CHARGE_POLY, EPSSI, EXP_LIMIT, MAX_EXP, MIN_EXP, linearExp, positiveSlope, rollOff, softplus } from './constants.ts';
import type { Prepared } from './prepared.ts';

/** State of the channel at its source end, common to current and charge. */
export interface Channel {
  vbseff: number;
  /** Square root of the surface potential, V^0.5. */
  sqrtPhis: number;
  /** Square root of the depletion depth, m^0.5. */
  sqrtXdep: number;
  vth: number;
  /** Subthreshold swing factor. */
  n: number;
  /** Gate voltage after poly depletion minus threshold, V. */
  vgst: number;
  vgsEff: number;
}

/** Gate voltage less the voltage over the depleted polysilicon (manual 1.2). */
export function polyDepletion(vgs: number, phi: number, factor: number): number {
  let y = vgs;
  if (factor > 0 && vgs > phi) {
    const over = vgs - phi;
    const t2 = 2 * over / (Math.sqrt(1 + 2 * over / factor) + 1);
    const t7 = 1.12 - 0.5 * t2 * t2 / factor - 0.05;
    y = vgs - (1.12 - 0.5 * (t7 + Math.sqrt(t7 * t7 + 0.224)));
  }
  return y;
}

/** Slope of `polyDepletion` by the gate voltage. */
export function polySlope(vgs: number, phi: number, factor: number): number {
  let y = 1;
  if (factor > 0 && vgs > phi) {
    const stretch = Math.sqrt(1 + (2 * (vgs - phi)) / factor);
    const field = factor * (stretch - 1);
    const rest = 1.12 - (0.5 * field * field) / factor - 0.05;
    y = 1 - (0.5 * (1 + rest / Math.sqrt(rest * rest + 0.224)) * field) / (factor * stretch);
  }
  return y;
}

/** Factor of the poly depletion, V; 0 switches it off, as it is outside of 1e18 to 1e25 cm^-3. */
export function polyFactor(ngate: number, coxe: number): number {
  return ngate > 1e18 && ngate < 1e25 ? 1e6 * CHARGE_POLY * EPSSI * ngate / (coxe * coxe) : 0;
}

/** Body bias limited on both sides (manual 2.2). */
export function effectiveBodyBias(vbs: number, vbsc: number, phi: number): number {
  const t0 = vbs - vbsc - 0.001;
  const t1 = Math.sqrt(t0 * t0 - 0.004 * vbsc);
  const reverse = t0 >= 0 ? vbsc + 0.5 * (t0 + t1) : vbsc * (1 - 0.002 / (t1 - t0));
  const forward = 0.95 * phi;
  const t2 = forward - reverse - 0.001;
  return forward - 0.5 * (t2 + Math.sqrt(t2 * t2 + 0.004 * forward));
}

/** Slope of `effectiveBodyBias` by the body bias. */
function bodySlope(vbs: number, vbsc: number, phi: number): number {
  const t0 = vbs - vbsc - 0.001;
  const t1 = Math.sqrt(t0 * t0 - 0.004 * vbsc);
  const forward = 0.95 * phi;
  const reverse = t0 >= 0 ? vbsc + 0.5 * (t0 + t1) : vbsc * (1 - 0.002 / (t1 - t0));
  const t2 = forward - reverse - 0.001;
  const byReverse = t0 >= 0 ? 0.5 * (1 + t0 / t1) : (-0.002 * vbsc) / ((t1 - t0) * t1);
  return 0.5 * (1 + t2 / Math.sqrt(t2 * t2 + 0.004 * forward)) * byReverse;
}

/** The body bias, in ngspice's code 4.5 with slopes as if the limits of the effective one had none (its capMod 0). */
export function unlimitedBodyBias(q: Prepared, vbs: number): number {
  return q.generation < 6 ? vbs + slopeOnly(1 / bodySlope(vbs, q.vbsc, q.phi) - 1, vbs) : vbs;
}

/** Threshold voltage with all size and drain effects (manual 2.1 to 2.5), swing factor (3.2) and gate overdrive. */
export function channel(q: Prepared, vds: number, vgs: number, vbs: number): Channel {
  const vbseff = effectiveBodyBias(vbs, q.vbsc, q.phi);
  const sqrtPhis = Math.sqrt(q.phi - vbseff);
  const xdep = q.xdepFactor * sqrtPhis;
  const sqrtXdep = Math.sqrt(xdep);
  const lengthScale = q.factor1 * sqrtXdep;
  const theta = rollOff(q.dvt1Leff / (lengthScale * positiveSlope(q.dvt2 * vbseff)));
  const thetaNarrow = rollOff(q.dvt1wArea / (lengthScale * positiveSlope(q.dvt2w * vbseff)));
  let dibl = q.eta0 + q.etab * vbseff;
  if (dibl < 1e-4) dibl = (2e-4 - dibl) / (3 - 2e4 * dibl);
  let vth = q.vthBase + q.k1oxLpe * sqrtPhis + q.vthBody * vbseff - q.dvt0V0 * theta - q.dvt0wV0 * thetaNarrow - dibl * q.theta0vb0 * vds;
  const cdep = EPSSI / xdep;
  const n = positiveSlope((q.nfactor * cdep + (q.cdsc + q.cdscb * vbseff + q.cdscd * vds) * theta + q.cit) / q.coxe);
  // drain-induced threshold shift of pocket implants
  if (q.dits > 0 && q.dvtp0 >= 0) {
    if (q.dvtp0 === 0 && q.dvtp1 === 0) {
      // no shift, with the slope that it has
      vth = vth + (n * q.vtDits * 2 * q.dvtp0) / q.leff;
    } else {
      const t0 = -q.dvtp1 * vds;
      const t2 = t0 < -EXP_LIMIT ? MIN_EXP : Math.exp(t0);
      vth = vth - n * q.vtDits * Math.log(q.leff / (q.leff + q.dvtp0 * (1 + t2)));
    }
  }
  if (q.ditsNew > 0) {
    const t0 = linearExp(2 * q.dvtp4 * vds);
    vth = vth - q.dvtp2factor * (t0 - 1) / (t0 + 1);
  }
  const vgsEff = polyDepletion(vgs, q.phiPoly, q.polyFactor);
  return { vbseff, sqrtPhis, sqrtXdep, vth, n, vgst: vgsEff - vth, vgsEff };
}

/** Effective gate overdrive from weak to strong inversion (manual 3.1). */
export function overdrive(vgst: number, n: number, vtm: number, mstar: number, voff: number, coxOverCdep: number): number {
  const nvt = n * vtm;
  const numerator = softplus(mstar * vgst, nvt);
  const t2 = (voff - (1 - mstar) * vgst) / nvt;
  let e: number;
  if (t2 < -EXP_LIMIT) e = MIN_EXP;
  else if (t2 > EXP_LIMIT) e = MAX_EXP;
  else e = Math.exp(t2);
  return numerator / (mstar + n * coxOverCdep * e);
}
