import type { Prepared } from './prepared.ts';

/** Charges of gate, bulk and drain, C. */
export interface LongChannelCharge { gate: number; bulk: number; drain: number }

/**
 * Piecewise charges of a long channel, capMod 0 (manual B.2.3): accumulation, depletion, saturation and the linear region, with the
 * three partitions.
 */
export function longChannelCharge(q: Prepared, vds: number, vg: number, vbs: number, sqrtPhis: number, abulk: number): LongChannelCharge {
  const overdrive = vg - q.vfbcv - q.phi - q.k1ox * sqrtPhis;
  const depletion = vg - vbs - q.vfbcv;
  let gate: number;
  let inversion = 0;
  let drain = 0;
  if (depletion <= 0) gate = q.coxWLcv * depletion;
  else if (overdrive <= 0) {
    const half = 0.5 * q.k1ox;
    gate = q.coxWLcv * q.k1ox * (Math.sqrt(half * half + depletion) - half);
  } else {
    const vdsat = overdrive / abulk;
    const flat = vg - q.vfbcv - q.phi;
    if (vdsat <= vds) {
      gate = q.coxWLcv * (flat - vdsat / 3);
      inversion = (-2 / 3) * q.coxWLcv * overdrive;
      if (q.xpart < 0.5) drain = 0.4 * inversion;
      else if (q.xpart === 0.5) drain = 0.5 * inversion;
    } else {
      const left = 2 * vdsat - vds;
      const curve = (vds * vds) / (3 * left);
      const quarter = 0.25 * q.coxWLcv * abulk;
      gate = q.coxWLcv * (flat - 0.5 * (vds - curve));
      inversion = -2 * quarter * (left + curve);
      if (q.xpart > 0.5) drain = quarter * (2 * vds - left - 3 * curve);
      else if (q.xpart < 0.5) {
        const cubic = 8 * vdsat * vdsat - 6 * vdsat * vds + 1.2 * vds * vds;
        drain = quarter * (vds - left - ((vds / (3 * left)) / left) * cubic);
      } else drain = 0.5 * inversion;
    }
  }
  return { gate, bulk: -(gate + inversion), drain };
}
