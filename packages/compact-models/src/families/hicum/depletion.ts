import { exponentLimit, largestRatio, noPunchThrough, smoothing } from './constants.ts';

/** Charge, C, and capacitance, F, of a depletion layer. */
export interface Depletion { charge: number; capacitance: number }

/** Depletion layer whose capacitance reaches `aj` times its zero-bias value in forward bias (manual 2.1.9; QJMODF). */
export function depletion(c0: number, vd: number, z: number, aj: number, v: number, vt: number): Depletion {
  let charge = 0;
  let capacitance = 0;
  if (c0 > 0) {
    const vf = vd * (1 - Math.exp(-Math.log(aj) / z));
    const below = (vf - v) / vt;
    const root = Math.sqrt(below * below + smoothing);
    const vj = vf - vt * 0.5 * (below + root);
    const slope = (0.5 * (below + root)) / root;
    const rest = Math.log(1 - vj / vd);
    capacitance = c0 * Math.exp(-z * rest) * slope + aj * c0 * (1 - slope);
    charge = (c0 * vd * (1 - Math.exp(rest * (1 - z)))) / (1 - z) + aj * c0 * (v - vj);
  }
  return { charge, capacitance };
}

/** Depletion layer of the collector, which may reach through to the buried layer at `vpt` (manual 2.1.9; QJMOD). */
export function collectorDepletion(c0: number, vd: number, z: number, vpt: number, v: number, vt: number): Depletion {
  let charge = 0;
  let capacitance = 0;
  if (vpt >= noPunchThrough) {
    const plain = depletion(c0, vd, z, largestRatio, v, vt);
    charge = plain.charge;
    capacitance = plain.capacitance;
  } else if (c0 > 0) {
    const zr = z / 4;
    const vp = vpt - vd;
    const vf = vd * (1 - Math.exp(-Math.log(largestRatio) / z));
    const largest = largestRatio * c0;
    const reached = c0 * Math.exp((zr - z) * Math.log(vpt / vd));
    const below = (vf - v) / vt;
    let slope1 = 1;
    let vj1 = v;
    if (below < exponentLimit) {
      const e = Math.exp(below);
      slope1 = e / (1 + e);
      vj1 = vf - vt * Math.log(1 + e);
    }
    const width = 0.1 * vp + 4 * vt;
    const inside = (vp + vj1) / width;
    let slope2 = 1;
    let vj2 = vj1;
    if (inside < exponentLimit) {
      const e = Math.exp(inside);
      slope2 = e / (1 + e);
      vj2 = -vp + width * (Math.log(1 + e) - Math.exp(-(vp + vf) / width));
    }
    const rest1 = Math.log(1 - vj1 / vd);
    const rest2 = Math.log(1 - vj2 / vd);
    capacitance = c0 * Math.exp(-z * rest2) * slope1 * slope2 + reached * Math.exp(-zr * rest1) * (1 - slope2) + largest * (1 - slope1);
    const normal = (c0 * (1 - Math.exp(rest2 * (1 - z)))) / (1 - z);
    const through = (reached * (Math.exp(rest2 * (1 - zr)) - Math.exp(rest1 * (1 - zr)))) / (1 - zr);
    charge = (normal + through) * vd + largest * (v - vj1);
  }
  return { charge, capacitance };
}
