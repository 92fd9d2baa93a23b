import { electronCharge, siliconPermittivity } from './constants.ts';
import { boundedOnePlus, channelDecay, logOnePlusExp, softFloor } from './limits.ts';
import { slopeOnly } from '../small-signal.ts';
import type { Prepared } from './prepared.ts';

/** A value and its slope. */
export interface Held { value: number; slope: number }

/** Effective body bias, V, surface potential, V, its root, and depletion depth, m. */
export interface Body { vbseff: number; phis: number; sqrtPhis: number; xdep: number }

/** Depletion's body bias held above vbsc, V, as below and, for its slope, in forward bias (manual B.1.1). */
function heldBodyBias(q: Prepared, vbs: number): Held {
  const excess = vbs - q.vbsc - 0.001;
  const root = Math.sqrt(excess * excess - 0.004 * q.vbsc);
  return { value: q.vbsc + 0.5 * (excess + root), slope: 0.5 * (1 + excess / root) };
}

/** Body under the channel, with the body bias held above vbsc and the surface potential smooth in forward bias (manual B.1.1). */
export function body(q: Prepared, vbs: number): Body {
  const { value: held } = heldBodyBias(q, vbs);
  // Both are 0 at vbs = 0, and the body bias is not held in forward bias.
  const vbseff = vbs > 0 ? vbs : held;
  let phis: number;
  let sqrtPhis: number;
  if (vbseff > 0) {
    phis = (q.phi * q.phi) / (q.phi + vbseff);
    sqrtPhis = q.phis3 / (q.phi + 0.5 * vbseff);
  } else {
    phis = q.phi - vbseff;
    sqrtPhis = Math.sqrt(phis);
  }
  const xdep = (q.xdep0 * sqrtPhis) / q.sqrtPhi;
  return { vbseff, phis, sqrtPhis, xdep };
}

/**
 * The body bias as ngspice's capacitances see it: where the bias is forward they keep the slope of the limit, which the value then does not
 * have.
 */
export function chargeBodyBias(q: Prepared, vbs: number): number {
  const { slope } = heldBodyBias(q, vbs);
  return vbs > 0 ? vbs + slopeOnly(slope - 1, vbs) : vbs;
}

/** Threshold voltage, V, and subthreshold swing factor. */
export interface Threshold { vth: number; n: number }

/** Threshold with body effect, short and narrow channels, lateral doping and DIBL, and the subthreshold swing (manual B.1.1 and B.1.2). */
export function threshold(q: Prepared, vds: number, vbseff: number, sqrtPhis: number, xdep: number): Threshold {
  const depth = q.lengthFactor * Math.sqrt(xdep);
  const lt = depth * boundedOnePlus(q.dvt2 * vbseff);
  const ltw = depth * boundedOnePlus(q.dvt2w * vbseff);
  const theta = channelDecay((0.5 * q.dvt1 * q.leff) / lt);
  const thetaNarrow = channelDecay((0.5 * q.dvt1w * q.weff * q.leff) / ltw);
  const dibl = softFloor(q.eta0 + q.etab * vbseff, 1e-4) * q.thetaDibl * vds;
  const vth = q.vthBase + q.k1ox * sqrtPhis - q.k2ox * vbseff - (q.dvt0 * theta + q.dvt0w * thetaNarrow) * q.vbiMinusPhi
    + q.k3b * vbseff * q.narrowWidth + q.kt2 * vbseff - dibl;
  const coupling = (q.cdsc + q.cdscb * vbseff + q.cdscd * vds) * theta;
  const n = boundedOnePlus(((q.nfactor * siliconPermittivity) / xdep + coupling + q.cit) / q.cox);
  return { vth, n };
}

/** Gate voltage less the drop over the depleted polysilicon gate, V (manual B.1.8); without effect outside 1e18 to 1e25 cm-3. */
export function effectiveGate(q: Prepared, vgs: number): number {
  const { value } = depletedGate(q, vgs);
  return value;
}

/** `effectiveGate`, with its slope by the gate voltage. */
export function depletedGate(q: Prepared, vgs: number): Held {
  const onset = q.vfb + q.phi;
  let value = vgs;
  let slope = 1;
  if (q.ngate > 1e18 && q.ngate < 1e25 && vgs > onset) {
    const gamma = (1e6 * electronCharge * siliconPermittivity * q.ngate) / (q.cox * q.cox);
    const stretch = Math.sqrt(1 + (2 * (vgs - onset)) / gamma);
    const field = gamma * (stretch - 1);
    // The drop may not exceed the band gap of 1.12 V.
    const rest = 1.12 - (0.5 * field * field) / gamma - 0.05;
    const root = Math.sqrt(rest * rest + 0.224);
    value = vgs - (1.12 - 0.5 * (rest + root));
    slope = 1 - (0.5 * (1 + rest / root) * field) / (gamma * stretch);
  }
  return { value, slope };
}

/** Inversion charge over oxide capacitance, V: from exponential below threshold to linear above (manual B.1.2). */
export function effectiveOverdrive(q: Prepared, vgst: number, n: number): number {
  const swing = 2 * n * q.vtm;
  const above = vgst / swing;
  const below = (2 * q.voff - vgst) / swing;
  let overdrive: number;
  if (above > 34) overdrive = vgst;
  else if (below > 34) overdrive = ((q.vtm * q.cdep0) / q.cox) * Math.exp((vgst - q.voff) / (n * q.vtm));
  else overdrive = (swing * logOnePlusExp(above)) / (1 + ((swing * q.cox) / (q.vtm * q.cdep0)) * Math.exp(below));
  return overdrive;
}
