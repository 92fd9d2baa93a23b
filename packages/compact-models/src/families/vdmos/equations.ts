/**
 * The vertical power transistor VDMOS of ngspice 39 (ngspice manual, section 11.3 "Power MOSFET model VDMOS"): square law with a smooth
 * transition to weak inversion, triode multiplier, quasi-saturation of the drain resistance (V. D'Alessandro, F. Frisina, N. Rinaldi,
 * EPE 2001), body diode with breakdown, gate capacitances. No self-heating.
 */
import { held } from '../small-signal.ts';
import {
  KELVIN, breakdownVoltage, breakingCurrent, capacitanceFactor, depletionCharge, deviceTemperature, drift, potentialAt, saturationFactor,
  thermalVoltage,
} from '../spice-junction.ts';
import type { Ambient, Card, Charges, Flows, Geometry, Prepared, Voltages } from './quantities.ts';

/** ngspice's smallest saturation current (A), option `epsmin`. */
const SMALLEST_CURRENT = 1e-28;

/** Drain-source shunt (S) where the card gives none. */
const SMALLEST_SHUNT = 1e-15;

/** Conductance (S) of `m` resistors in parallel; none where the resistance is zero or negative. */
function conductance(m: number, resistance: number, factor: number): number {
  return resistance > 0 ? m / (resistance * factor) : 0;
}

/** What does not depend on bias. Card temperatures in degrees Celsius; the gate capacitances do not scale with `m` in ngspice 39. */
export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  const temperature = deviceTemperature(g.tempGiven, g.temp, t.temperature, g.dtemp);
  const nominal = p.tnom + KELVIN;
  const rise = temperature - nominal;
  const ratio = temperature / nominal;
  const vt = thermalVoltage(temperature);
  const { m } = g;
  const drainFactor = p.texp0Given > 0 ? Math.pow(ratio, p.texp0) : drift(rise, p.trd1, p.trd2);
  const quasi = p.rqGiven > 0 && p.vqGiven > 0 ? 1 : 0;
  const saturation = m * Math.max(p.is, SMALLEST_CURRENT) * saturationFactor(temperature, nominal, p.n, Math.max(p.eg, 0.1), p.xti);
  let breakdown = 0;
  if (p.bvGiven > 0) {
    breakdown = breakdownVoltage(Math.abs(p.bv), p.ibv, saturation, vt, p.nbv);
  }
  const fc = Math.min(p.fc, 0.95);
  const swing = (p.cgdmax - p.cgdmin) / (1 + Math.PI / 2);
  return {
    threshold: p.sign * p.vto - p.tcvth * rise, beta: p.kp * m * Math.pow(ratio, p.mu), lambda: p.lambda, theta: p.theta,
    triode: p.mtriode, shift: p.subshift, slope: p.ksubthres * drift(rise, p.tksubthres1, p.tksubthres2),
    drainResistance: p.rd > 0 ? (p.rd / m) * drainFactor : 0,
    quasiResistance: quasi > 0 ? (p.rq / m) * Math.pow(ratio, p.texp1) : 0, quasiVoltage: Math.abs(p.vq), quasi,
    sourceConductance: conductance(m, p.rs, drift(rise, p.trs1, p.trs2)), gateConductance: conductance(m, p.rg, drift(rise, p.trg1, p.trg2)),
    shunt: p.rdsGiven > 0 && p.rds > 0 ? m / p.rds : SMALLEST_SHUNT,
    saturation, nvt: p.n * vt, breaks: p.bvGiven, breakdown, breakdownNvt: p.nbv * vt,
    bodyConductance: conductance(m, p.rb, drift(rise, p.trb1, p.trb2)), transit: p.tt,
    capacitance: m * p.cjo * capacitanceFactor(temperature, p.vj, nominal, p.m), potential: potentialAt(temperature, p.vj, nominal),
    grading: p.m, fc, gateDrainSwing: swing, gateDrainMiddle: p.cgdmax - swing, steepness: p.a, gateSource: p.cgs, gmin: t.gmin,
  };
}

/** Channel current (A) from drain to source for either sign of vds. `theta` and `lambda` act on the signed vgs and vds, as in ngspice 39. */
function channelCurrent(q: Prepared, vgs: number, vds: number): number {
  const forward = vds >= 0;
  const gain = (q.beta * (1 + q.lambda * vds)) / (1 + q.theta * vgs);
  const gate = (forward ? vgs : vgs - vds) - q.threshold;
  const x = (gate - q.shift) / q.slope;
  const overdrive = q.slope * (x > 40 ? x : Math.log1p(Math.exp(x)));
  const drain = (forward ? vds : -vds) * q.triode;
  const magnitude = overdrive <= drain ? 0.5 * overdrive * overdrive : drain * (overdrive - 0.5 * drain);
  return forward ? gain * magnitude : -gain * magnitude;
}

/** Conductance (S) of the drain resistance; with `rq` and `vq` it depends on the outer vds in forward operation. */
function drainConductance(q: Prepared, outer: number, inner: number): number {
  let result = 0;
  if (q.drainResistance > 0) {
    if (q.quasi > 0 && inner >= 0) {
      const resistance = q.drainResistance + q.quasiResistance * (outer / (outer + q.quasiVoltage));
      result = resistance > 0 ? 1 / resistance + q.gmin : 1 / q.drainResistance;
    } else {
      result = 1 / q.drainResistance;
    }
  }
  return result;
}

/** Body diode current (A) without gmin. */
function bodyCurrent(q: Prepared, v: number): number {
  return breakingCurrent(q.saturation, q.nvt, v, q.breaks, q.breakdown, q.breakdownNvt);
}

/**
 * Currents (A) into the device. With `small` their slopes are those of ngspice's small-signal analysis: a drain resistance that counts as
 * constant, and no shunt.
 */
function currents(q: Prepared, v: Voltages, small: number): Flows {
  const vds = v.di - v.si;
  const channel = channelCurrent(q, v.gi - v.si, vds);
  const diode = v.bi - v.d;
  const body = bodyCurrent(q, diode) + q.gmin * diode;
  const shunt = small > 0 ? 0 : q.shunt * (v.d - v.s);
  const conductance = drainConductance(q, v.d - v.s, vds);
  const drain = (small > 0 ? held(conductance) : conductance) * (v.d - v.di);
  const gate = q.gateConductance * (v.g - v.gi);
  const source = q.sourceConductance * (v.s - v.si);
  const bulk = q.bodyConductance * (v.s - v.bi);
  return { d: drain + shunt - body, g: gate, s: source + bulk - shunt, di: channel - drain, gi: -gate, si: -channel - source, bi: body - bulk };
}

/** Static currents (A) into the device. A node behind a resistance that the card does not have is tied to its terminal. */
export function evaluate(q: Prepared, v: Voltages): Flows {
  return currents(q, v, 0);
}

/** Small-signal currents, by their slopes. */
export function respond(q: Prepared, v: Voltages): Flows {
  return currents(q, v, 1);
}

/** Charge (C) between gate and inner drain: integral of the capacitance that goes from cgdmin to cgdmax by arc tangent and hyperbolic tangent. */
function gateDrainCharge(q: Prepared, v: number): number {
  const x = q.steepness * v;
  let integral: number;
  if (v > 0) {
    // ln cosh x, without overflow.
    const magnitude = Math.abs(x);
    integral = magnitude + Math.log1p(Math.exp(-2 * magnitude)) - Math.LN2;
  } else {
    integral = x * Math.atan(x) - 0.5 * Math.log1p(x * x);
  }
  return (q.gateDrainSwing * integral) / q.steepness + q.gateDrainMiddle * v;
}

/** Charges (C): gate to inner source and drain, body diode (depletion and transit). */
export function store(q: Prepared, v: Voltages): Charges {
  const diode = v.bi - v.d;
  const body = depletionCharge(diode, q.capacitance, q.potential, q.grading, q.fc) + q.transit * bodyCurrent(q, diode);
  const source = q.gateSource * (v.gi - v.si);
  const drain = gateDrainCharge(q, v.gi - v.di);
  return { d: -body, g: 0, s: 0, di: -drain, gi: source + drain, si: -source, bi: body };
}
