/**
 * The junction field-effect transistor of SPICE, level 1, as ngspice 39 computes it: Shichman-Hodges channel with the doping tail `b` of
 * A. E. Parker and D. J. Skellern, "An Improved FET Model for Computer Simulators", IEEE Trans. CAD 9 (1990) (ngspice manual, section 9.1),
 * gate junctions, series resistances.
 */
import { KELVIN, capacitanceFactor, depletionCharge, deviceTemperature, junctionCurrent, potentialAt, thermalVoltage } from '../spice-junction.ts';
import type { Ambient, Card, Charges, Flows, Geometry, Prepared, Voltages } from './quantities.ts';

/** Grading of the gate junctions, fixed in this model. */
const GRADING = 0.5;

/** What does not depend on bias. Card temperatures in degrees Celsius. */
export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  const temperature = deviceTemperature(g.tempGiven, g.temp, t.temperature, g.dtemp);
  const nominal = p.tnom + KELVIN;
  const rise = temperature - nominal;
  const ratio = temperature / nominal;
  const vt = thermalVoltage(temperature);
  const size = g.area * g.m;
  let saturation = p.is * size * Math.exp(((ratio - 1) * p.eg) / vt);
  if (p.xtiGiven > 0) {
    saturation *= Math.pow(ratio, p.xti);
  }
  const capacitance = capacitanceFactor(temperature, p.pb, nominal, GRADING) * size;
  return {
    threshold: p.vtotcGiven > 0 ? p.vt0 + p.vtotc * rise : p.vt0 - p.tcv * rise,
    beta: p.beta * size * (p.betatceGiven > 0 ? Math.pow(1.01, p.betatce * rise) : Math.pow(ratio, p.bex)),
    lambda: p.lambda, doping: p.b,
    // The doping tail is taken at the nominal temperature.
    tail: (1 - p.b) / (p.pb - p.vt0),
    saturation, vt, gateSource: p.cgs * capacitance, gateDrain: p.cgd * capacitance,
    potential: potentialAt(temperature, p.pb, nominal), fc: Math.min(p.fc, 0.95),
    drainConductance: p.rd === 0 ? 0 : size / p.rd, sourceConductance: p.rs === 0 ? 0 : size / p.rs, gmin: t.gmin * g.m,
  };
}

/** Channel current (A) for vds >= 0: cut off, linear, saturated. */
function forwardChannel(q: Prepared, overdrive: number, vds: number): number {
  let current = 0;
  if (overdrive > 0) {
    const gain = q.beta * (1 + q.lambda * vds);
    if (overdrive >= vds) {
      current = gain * vds * (vds * (q.tail * vds - q.doping) + overdrive * (2 * q.doping + 3 * q.tail * (overdrive - vds)));
    } else {
      current = gain * overdrive * overdrive * (q.doping + q.tail * overdrive);
    }
  }
  return current;
}

/** Static currents (A) into the device. Without rd (rs) the inner drain (source) is tied to the terminal. */
export function evaluate(q: Prepared, v: Voltages): Flows {
  const vgs = v.g - v.si;
  const vgd = v.g - v.di;
  const vds = v.di - v.si;
  let channel: number;
  if (vds >= 0) {
    channel = forwardChannel(q, vgs - q.threshold, vds);
  } else {
    channel = -forwardChannel(q, vgd - q.threshold, -vds);
  }
  const source = junctionCurrent(q.saturation, vgs, q.vt) + q.gmin * vgs;
  const drain = junctionCurrent(q.saturation, vgd, q.vt) + q.gmin * vgd;
  const d = q.drainConductance * (v.d - v.di);
  const s = q.sourceConductance * (v.s - v.si);
  return { d, g: source + drain, s, di: channel - drain - d, si: -channel - source - s };
}

/** Depletion charges (C) of the gate junctions. */
export function store(q: Prepared, v: Voltages): Charges {
  const source = depletionCharge(v.g - v.si, q.gateSource, q.potential, GRADING, q.fc);
  const drain = depletionCharge(v.g - v.di, q.gateDrain, q.potential, GRADING, q.fc);
  return { d: 0, g: source + drain, s: 0, di: -drain, si: -source };
}
