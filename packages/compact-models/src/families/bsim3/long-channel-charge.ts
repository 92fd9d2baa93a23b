import { slopeOnly } from '../small-signal.ts';
import type { Prepared } from './prepared.ts';

/** Charges of gate, bulk and drain, C. */
export interface LongChannelCharge { gate: number; bulk: number; drain: number }

/**
 * Piecewise charges of a long channel, capMod 0 (manual B.2.3): accumulation, depletion, saturation and the linear region, with the
 * three partitions. ngspice's slopes of the saturation voltage count the gate's depletion, `gateSlope`, twice, and with 40/60 again
 * that of the drain's charge in the body's.
 */
export function longChannelCharge(
  q: Prepared, vds: number, vg: number, vbs: number, sqrtPhis: number, abulk: number, gateSlope: number,
): LongChannelCharge {
  const overdrive = vg - q.vfbcv - q.phi - q.k1ox * sqrtPhis;
  const depletion = vg - vbs - q.vfbcv;
  let gate: number;
  let inversion = 0;
  let drain = 0;
  let bulkSlope = 0;
  if (depletion <= 0) gate = q.coxWLcv * depletion;
  else if (overdrive <= 0) {
    const half = 0.5 * q.k1ox;
    gate = q.coxWLcv * q.k1ox * (Math.sqrt(half * half + depletion) - half);
  } else {
    const vdsat = overdrive / abulk + slopeOnly((gateSlope - 1) / abulk, vg);
    const flat = vg - q.vfbcv - q.phi;
    if (vdsat <= vds) {
      gate = q.coxWLcv * (flat - vdsat / 3);
      inversion = (-2 / 3) * q.coxWLcv * overdrive;
      if (q.xpart < 0.5) drain = 0.4 * inversion;
      else if (q.xpart === 0.5) drain = 0.5 * inversion;
    } else {
      const left = 2 * vdsat - vds;
      const curve = (vds * vds) / (3 * left);
      // Not abulk: the quotient has the slopes of what it is made of.
      const quarter = (0.25 * q.coxWLcv * overdrive) / vdsat;
      gate = q.coxWLcv * (flat - 0.5 * (vds - curve));
      inversion = -2 * quarter * (left + curve);
      if (q.xpart > 0.5) drain = quarter * (2 * vds - left - 3 * curve);
      else if (q.xpart < 0.5) {
        const cubic = 8 * vdsat * vdsat - 6 * vdsat * vds + 1.2 * vds * vds;
        const share = vds / (3 * left) / left;
        drain = quarter * (vds - left - share * cubic);
        const byVdsat = quarter * (2 - (4 * share * cubic) / left + share * (16 * vdsat - 6 * vds));
        const byQuarter = (drain / overdrive) * (1 - gateSlope);
        bulkSlope = (gateSlope - 1) * (byQuarter - (byVdsat * gateSlope) / abulk);
      } else drain = 0.5 * inversion;
    }
  }
  return { gate, bulk: slopeOnly(bulkSlope, vg) - (gate + inversion), drain };
}
