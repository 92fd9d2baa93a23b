/**
 * The bipolar transistor of SPICE, level 1, as ngspice 39 computes it: H. K. Gummel and H. C. Poon, "An integral charge control model of
 * bipolar transistors", Bell Syst. Tech. J. 49 (1970) (ngspice manual, section 8.2.1), with the quasi-saturation of G. M. Kull et al.,
 * "A unified circuit model for bipolar transistors including quasi-saturation effects", IEEE Trans. Electron Devices 32 (1985).
 */
import { held, sloped } from '../small-signal.ts';
import { depletionCharge, junctionCurrent } from '../spice-junction.ts';
import type { Charges, Flows, Prepared, Voltages } from './quantities.ts';

export { prepare } from './temperature.ts';

/** Largest argument of the exponential of the substrate junction in ngspice. */
const LARGEST_EXPONENT = 709;

/** Base charge over the one in equilibrium, of the Early effect and of high injection with the ideal junction currents. */
function baseCharge(q: Prepared, vbe: number, vbc: number, emitter: number, collector: number): number {
  const early = 1 / (1 - q.earlyForward * vbc - q.earlyReverse * vbe);
  let charge = early;
  if (q.kneeForward !== 0 || q.kneeReverse !== 0) {
    const arg = 1 + 4 * (q.kneeForward * emitter + q.kneeReverse * collector);
    let root = 1;
    if (arg > 0) {
      root = q.rollOffGiven > 0 ? Math.pow(arg, q.rollOff) : Math.sqrt(arg);
    }
    charge = (early * (1 + root)) / 2;
  }
  return charge;
}

/** Base conductance (S) at the base current `base`: with `irb` J. R. Hauser's emitter crowding, else the charge modulates it. */
function baseConductance(q: Prepared, base: number, charge: number): number {
  const span = q.baseResistance - q.smallestBaseResistance;
  let resistance = q.smallestBaseResistance + span / charge;
  if (q.halfResistanceCurrent !== 0) {
    const x = Math.max(base / q.halfResistanceCurrent, 1e-9);
    const z = (Math.sqrt(1 + 14.59025 * x) - 1) / 2.4317 / Math.sqrt(x);
    const tangent = Math.tan(z);
    resistance = q.smallestBaseResistance + (3 * span * (tangent - z)) / z / tangent / tangent;
  }
  return resistance !== 0 ? 1 / resistance : 0;
}

/** Junction of collector (vertical) or base (lateral) and substrate, with ngspice's gmin. */
function substrateCurrent(q: Prepared, v: number): number {
  let current = q.gmin * v;
  if (q.substrateSaturation !== 0) {
    current += junctionCurrent(q.substrateSaturation, Math.min(v, LARGEST_EXPONENT * q.substrateNvt), q.substrateNvt);
  }
  return current;
}

/** Kull's square root of 1 + gamma exp(v / vt). */
function epitaxialRoot(q: Prepared, v: number): number {
  return Math.sqrt(1 + q.epitaxialDoping * Math.exp(v / q.vt));
}

/**
 * Current through the epitaxial collector from its outer to its inner end, quasi-saturated for positive voltage. With `small` its slopes are
 * ngspice 39's, which divides in that by the inner end in place of the outer one.
 */
function epitaxialCurrent(q: Prepared, vbci: number, vbcx: number, small: number): number {
  const drop = vbci - vbcx;
  let current = drop / q.epitaxialResistance;
  if (drop > 0) {
    const inner = epitaxialRoot(q, vbci);
    const outer = epitaxialRoot(q, vbcx);
    let correction = q.vt * (inner - outer - Math.log((1 + inner) / (1 + outer)));
    if (small > 0) {
      const growth = (inner * inner - 1) / (2 * q.vt * inner);
      const slope = q.vt * growth * (1 - (1 + outer) / ((1 + inner) * (1 + inner)));
      correction = sloped(q.vt * (inner - Math.log(1 + inner)), slope, vbci) + q.vt * (Math.log(1 + outer) - outer);
    }
    current = (drop + correction) / q.epitaxialResistance / (1 + drop / q.epitaxialVoltage);
  }
  return current + q.gmin * drop;
}

/**
 * Currents (A) into the device. With `small` their slopes are those of ngspice's small-signal analysis: a base resistance that counts as
 * constant, and a substrate junction without conductance.
 */
function currents(q: Prepared, v: Voltages, small: number): Flows {
  const vbe = v.bi - v.ei;
  const vbc = v.bi - v.ci;
  const emitter = junctionCurrent(q.emitterSaturation, vbe, q.emitterNvt);
  const collector = junctionCurrent(q.collectorSaturation, vbc, q.collectorNvt);
  let emitterLeakage = q.gmin * vbe;
  if (q.emitterLeakage !== 0) {
    emitterLeakage += junctionCurrent(q.emitterLeakage, vbe, q.emitterLeakageNvt);
  }
  let collectorLeakage = q.gmin * vbc;
  if (q.collectorLeakage !== 0) {
    collectorLeakage += junctionCurrent(q.collectorLeakage, vbc, q.collectorLeakageNvt);
  }
  const charge = baseCharge(q, vbe, vbc, emitter, collector);
  const transport = (emitter - collector) / charge;
  const back = collector / q.reverseGain + collectorLeakage;
  const base = emitter / q.forwardGain + emitterLeakage + back;

  let b = 0;
  if (q.hasBaseResistance > 0) {
    const conductance = baseConductance(q, base, charge);
    b = (small > 0 ? held(conductance) : conductance) * (v.b - v.bi);
  }
  const c = q.collectorConductance * (v.c - v.cx);
  const e = q.emitterConductance * (v.e - v.ei);
  let epitaxy = 0;
  if (q.epitaxialResistance > 0) {
    epitaxy = epitaxialCurrent(q, vbc, v.bi - v.cx, small);
  }
  // The other side of the substrate junction is the inner collector of a vertical transistor, the inner base of a lateral one.
  const substrate = small > 0 ? 0 : q.vertical * substrateCurrent(q, q.vertical * (v.s - (q.vertical > 0 ? v.ci : v.bi)));
  const { m } = q;
  return {
    c: m * c, b: m * b, e: m * e, s: m * substrate,
    cx: m * (epitaxy - c), ci: m * (transport - back - epitaxy - (q.vertical > 0 ? substrate : 0)),
    bi: m * (base - b - (q.vertical > 0 ? 0 : substrate)), ei: m * (-transport + back - base - e),
  };
}

/** Static currents (A) into the device. A node behind a resistance that the card does not have is tied to the one before it. */
export function evaluate(q: Prepared, v: Voltages): Flows {
  return currents(q, v, 0);
}

/** Small-signal currents, by their slopes. */
export function respond(q: Prepared, v: Voltages): Flows {
  return currents(q, v, 1);
}

/** Charge of the substrate junction: a power law in reverse bias, linear capacitance in forward bias. */
function substrateCharge(q: Prepared, v: number): number {
  let charge: number;
  if (v < 0) {
    charge = depletionCharge(v, q.substrateCapacitance, q.substratePotential, q.substrateGrading, 0);
  } else {
    charge = v * q.substrateCapacitance * (1 + (q.substrateGrading * v) / (2 * q.substratePotential));
  }
  return charge;
}

/** Forward diffusion charge; in forward bias the transit time depends on vbc and current (xtf, vtf, itf). */
function forwardCharge(q: Prepared, vbe: number, vbc: number, emitter: number, charge: number): number {
  let moving = emitter;
  if (vbe > 0) {
    let rise = 0;
    if (q.transitBias !== 0) {
      rise = q.transitBias * Math.exp(vbc * q.transitVoltage);
    }
    if (q.transitCurrent !== 0) {
      const share = emitter / (emitter + q.transitCurrent);
      rise *= share * share;
    }
    moving = (emitter * (1 + rise)) / charge;
  }
  return q.transitForward * moving;
}

/** Charges (C). The excess phase `ptf` counts to first order, as a charge that lags the transport current. */
export function store(q: Prepared, v: Voltages): Charges {
  const vbe = v.bi - v.ei;
  const vbc = v.bi - v.ci;
  const emitter = junctionCurrent(q.emitterSaturation, vbe, q.emitterNvt);
  const collector = junctionCurrent(q.collectorSaturation, vbc, q.collectorNvt);
  const charge = baseCharge(q, vbe, vbc, emitter, collector);
  const be = depletionCharge(vbe, q.emitterCapacitance, q.emitterPotential, q.emitterGrading, q.fc)
    + (q.transitForward !== 0 ? forwardCharge(q, vbe, vbc, emitter, charge) : 0);
  let bc = depletionCharge(vbc, q.collectorCapacitance, q.collectorPotential, q.collectorGrading, q.fc) + q.transitReverse * collector;
  let bcx = 0;
  if (q.epitaxialResistance > 0 && v.cx > v.ci) {
    bc += q.epitaxialCharge * epitaxialRoot(q, vbc);
    bcx = q.epitaxialCharge * epitaxialRoot(q, v.bi - v.cx);
  }
  const bx = depletionCharge(v.b - v.ci, q.outerCapacitance, q.collectorPotential, q.collectorGrading, q.fc);
  const substrate = q.vertical * substrateCharge(q, q.vertical * (v.s - (q.vertical > 0 ? v.ci : v.bi)));
  // Only the base-emitter voltage delays it in ngspice.
  const still = held(vbc);
  const back = held(collector);
  const late = (q.excessPhase * (emitter - back)) / baseCharge(q, vbe, still, emitter, back);
  const { m } = q;
  return {
    c: 0, b: m * bx, e: 0, s: m * substrate, cx: -m * bcx, ci: -m * (bc + bx + late + (q.vertical > 0 ? substrate : 0)),
    bi: m * (be + bc + bcx - (q.vertical > 0 ? 0 : substrate)), ei: m * (late - be),
  };
}
