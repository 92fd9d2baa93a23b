import { slopeOnly } from '../small-signal.ts';
import { bulkCharge } from './channel.ts';
import { chargeSmoothing, exponentLimit, largestExponential, siliconPermittivity, smallestExponential } from './constants.ts';
import { logOnePlusExp } from './limits.ts';
import { longChannelCharge } from './long-channel-charge.ts';
import type { Prepared } from './prepared.ts';
import { body, chargeBodyBias, depletedGate, threshold } from './threshold.ts';

/** Charges of gate, bulk and drain of the channel for vds >= 0, C; the source holds the rest. */
export interface ChannelCharge { gate: number; bulk: number; drain: number }

/** Flat-band voltage held smoothly below the gate's, V (manual B.2.3, VFBeff). */
function heldFlatBand(vfb: number, vgb: number): number {
  const left = vfb - vgb - chargeSmoothing;
  return vfb - 0.5 * (left + Math.sqrt(left * left + 4 * chargeSmoothing * Math.abs(vfb)));
}

/** Charge of accumulation and depletion over the layer's capacitance, V (manual B.2.3, Qacc and Qsub0). */
function fixedPotential(q: Prepared, vgb: number, overdrive: number): number {
  const held = q.capmod === 1 ? q.vfbzb : heldFlatBand(q.vfbzb, vgb);
  const rest = vgb - held - overdrive;
  const half = 0.5 * q.k1ox;
  let depleted: number;
  if (rest <= 0) depleted = q.capmod === 1 || q.k1ox !== 0 ? rest : 0;
  else depleted = q.k1ox * (Math.sqrt(half * half + rest) - half);
  return held - q.vfbzb + depleted;
}

/** Series of oxide and a charge layer at depth `depth`, as a share of the oxide's capacitance (manual B.2.3, capMod 3, Coxeff). */
function layerShare(q: Prepared, depth: number): number {
  const layer = siliconPermittivity / depth;
  return layer / (q.cox + layer);
}

/** Depth of the accumulation layer, m (manual B.2.3, capMod 3): exponential in the field, held below the Debye length. */
function accumulationDepth(q: Prepared, vgb: number): number {
  const field = ((vgb - q.vfbzb) / (1e8 * q.tox)) * q.acde;
  let depth: number;
  if (field >= exponentLimit) depth = q.ldeb * largestExponential;
  else depth = q.ldeb * (field <= -exponentLimit ? smallestExponential : Math.exp(field));
  const link = 1e-3 * q.tox;
  const left = q.ldeb - depth - link;
  return q.ldeb - 0.5 * (left + Math.sqrt(left * left + 4 * link * q.ldeb));
}

/** Depth of the inversion layer, m (manual B.2.3, capMod 3). */
function inversionDepth(q: Prepared, overdrive: number, vth: number): number {
  const field = 4 * (vth - q.vfbzb - q.phi);
  const scaled = (field >= 0 ? overdrive + field : overdrive + 1e-20) / (2e8 * q.tox);
  return 1.9e-9 / (1 + Math.pow(scaled, 0.7));
}

/** Overdrive less the growth of the surface potential in strong inversion, V (manual B.2.3, capMod 3); version 3.3 keeps it positive. */
function inversionPotential(q: Prepared, overdrive: number): number {
  const scale = q.k1ox <= 0 ? 0.25 * q.moin * q.vtm : q.moin * q.vtm * q.k1ox * q.k1ox;
  const twice = q.k1ox <= 0 ? q.sqrtPhi : 2 * q.k1ox * q.sqrtPhi;
  const growth = q.vtm * Math.log(1 + ((twice + overdrive) * overdrive) / scale);
  const left = overdrive - growth - 0.001;
  return q.version >= 3.3 ? 0.5 * (left + Math.sqrt(left * left + overdrive * 0.004)) : overdrive - growth;
}

/**
 * Charge of source for an inversion charge at overdrive `vg` and bulk term `bulk` (AbulkCV Vdseff), C (manual B.2.3): 0/100, 50/50 or
 * 40/60.
 */
function sourceShare(q: Prepared, scale: number, vg: number, bulk: number, inversion: number): number {
  const half = vg - 0.5 * bulk + 1e-20;
  let charge: number;
  if (q.xpart > 0.5) charge = -scale * (vg / 2 + bulk / 4 - (bulk * bulk) / (24 * half));
  else if (q.xpart < 0.5) {
    const cubic = vg * ((2 * bulk * bulk) / 3 + vg * (vg - (4 * bulk) / 3)) - (2 * bulk * bulk * bulk) / 15;
    charge = ((-0.5 * scale) / (half * half)) * cubic;
  } else charge = -0.5 * inversion;
  return charge;
}

/**
 * Intrinsic charges by capmod 0 to 3 (manual B.2.3) for vds >= 0. Capacitances are ngspice's, which it writes by hand: in forward body
 * bias, in the linear region of capmod 3 and under gate depletion in capmod 0 they are not the slopes of its charges.
 */
export function channelCharge(q: Prepared, vds: number, vgs: number, bodyBias: number): ChannelCharge {
  const vbs = q.capmod === 0 ? bodyBias : chargeBodyBias(q, bodyBias);
  const { vbseff, phis, sqrtPhis, xdep } = body(q, vbs);
  const { abulk0 } = bulkCharge(q, 0, vbseff, sqrtPhis, xdep);
  const abulk = abulk0 * q.abulkFactor;
  const { value: vg, slope: gateSlope } = depletedGate(q, vgs);
  let gate = 0;
  let bulk = 0;
  let drain = 0;
  if (q.xpart >= 0 && q.capmod === 0) {
    const { gate: g0, bulk: b0, drain: d0 } = longChannelCharge(q, vds, vg, vbseff < 0 ? vbs : q.phi - phis, sqrtPhis, abulk, gateSlope);
    gate = g0;
    bulk = b0;
    drain = d0;
  } else if (q.xpart >= 0) {
    const { vth, n } = threshold(q, vds, vbseff, sqrtPhis, xdep);
    const vgb = vg - (vbseff < 0 ? vbseff : q.phi - phis);
    const swing = q.vtm * n * q.noff;
    const overdrive = swing * logOnePlusExp((vg - vth - q.voffcv) / swing);

    const layer = q.capmod === 3 ? q.coxWLcv * layerShare(q, accumulationDepth(q, vgb)) : q.coxWLcv;
    const fixed = layer * fixedPotential(q, vgb, overdrive);

    // inversion
    const inverted = q.capmod === 3 ? q.coxWLcv * layerShare(q, inversionDepth(q, overdrive, vth)) : q.coxWLcv;
    const potential = q.capmod === 3 ? inversionPotential(q, overdrive) : overdrive;
    const vdsat = potential / abulk;
    const short = vdsat - vds - chargeSmoothing;
    let vdseff: number;
    if (q.capmod === 1) vdseff = Math.min(vdsat, vds);
    else vdseff = (2 * vdsat * vds) / (vdsat + vds + chargeSmoothing + Math.sqrt(short * short + 4 * chargeSmoothing * vdsat));
    if (q.capmod === 3 && q.version >= 3.3 && short < 0 && vds > 0) {
      // A factor is missing in ngspice's slope by the body since version 3.3.
      const share = (2 * chargeSmoothing) / (Math.sqrt(short * short + 4 * chargeSmoothing * vdsat) - short);
      vdseff += slopeOnly((-share * vdsat) / abulk, abulk);
    }
    const drop = abulk * vdseff;
    const curve = (drop * vdseff) / (12 * (potential - 0.5 * drop + 1e-20));
    const inversion = inverted * (potential - 0.5 * drop + abulk * curve);
    const byBulk = inverted * (1 - abulk) * (0.5 * vdseff - curve);
    gate = fixed + inversion - byBulk;
    bulk = byBulk - fixed;
    drain = -inversion - sourceShare(q, inverted, potential, drop, inversion);
  }
  return { gate, bulk, drain };
}
