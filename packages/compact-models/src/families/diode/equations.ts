/**
 * The junction diode of SPICE, levels 1 and 3, as ngspice 39 computes it (ngspice manual, section 7.2 "Diode Model"): bottom and sidewall
 * junctions, recombination, tunnelling, breakdown, high injection, series resistance, depletion and diffusion charge, temperature.
 */
import {
  KELVIN, REFERENCE_TEMPERATURE, breakdownVoltage, breakingCurrent, capacitanceFactor, depletionCharge, deviceTemperature, potentialAt,
  saturationFactor, thermalVoltage,
} from '../spice-junction.ts';
import { sloped } from '../small-signal.ts';
import type { Ambient, Card, Charges, Flows, Geometry, Prepared, Voltages } from './quantities.ts';

/** Permittivity of silicon dioxide (F/m): 3.9 / (mu0 c^2). */
const OXIDE_PERMITTIVITY = 3.9 / (4e-7 * Math.PI * 299792458 * 299792458);

/** ngspice's smallest saturation and knee current (A), option `epsmin`. */
const SMALLEST_CURRENT = 1e-28;

/** Capacitance (F) of a conductor over oxide, level 3; all lengths in metres. */
function overlayCapacitance(length: number, width: number, offset: number, thickness: number): number {
  return (OXIDE_PERMITTIVITY / thickness) * (width + offset) * (length + offset);
}

/** What does not depend on bias: areas, temperature laws, limits. Temperatures in kelvin, card temperatures in degrees Celsius. */
export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  const temperature = deviceTemperature(g.tempGiven, g.temp, t.temperature, g.dtemp);
  const nominal = p.tnom + KELVIN;
  const vt = thermalVoltage(temperature);
  const rise = temperature - nominal;
  const riseFromReference = temperature - REFERENCE_TEMPERATURE;

  // An instance with w or l leaves the card's own area and pj aside; level 3 takes both from w and l.
  const sized = g.wGiven + g.lGiven > 0;
  let area = g.areaGiven > 0 ? g.area : sized ? 1 : p.area;
  let perimeter = g.pjGiven > 0 ? g.pj : sized ? 0 : p.pj;
  let overlay = 0;
  if (p.level === 3) {
    if (g.wGiven > 0 && g.lGiven > 0) {
      area = g.w * g.l;
      perimeter = 2 * g.w + 2 * g.l;
    }
    const metalThickness = p.xom * 1e-10;
    const polyThickness = p.xoi * 1e-10;
    overlay = g.m * (overlayCapacitance(g.lmGiven > 0 ? g.lm : p.lm, g.wmGiven > 0 ? g.wm : p.wm, p.xm, metalThickness)
      + overlayCapacitance(g.lpGiven > 0 ? g.lp : p.lp, g.wpGiven > 0 ? g.wp : p.wp, p.xp, polyThickness));
  }
  area *= g.m;
  perimeter *= g.m;

  const saturation = Math.max(p.is, SMALLEST_CURRENT) * area * saturationFactor(temperature, nominal, p.n, p.eg, p.xti);
  const sidewall = p.jsw * perimeter * saturationFactor(temperature, nominal, p.ns, p.eg, p.xti);
  const tunnelFactor = saturationFactor(temperature, nominal, p.ntun, p.keg * p.eg, p.xtitun);
  const recombination = p.isrGiven > 0 ? p.isr * area * saturationFactor(temperature, nominal, p.nr, p.eg, p.xti) : 0;

  let breakdown = 0;
  if (p.bvGiven > 0) {
    const bv = p.tlev === 0 ? p.bv - p.tcv * rise : p.bv * (1 - p.tcv * rise);
    const ibv = p.ibv * (p.level === 1 ? g.m : area);
    breakdown = breakdownVoltage(bv, ibv, saturation, vt, p.nbv);
  }

  const grading = Math.min(p.m * (1 + p.tm1 * rise + p.tm2 * rise * rise), 0.9);
  let potential = p.vj;
  let capacitance = p.cjo * area;
  let sidewallPotential = p.php;
  let sidewallCapacitance = p.cjp * perimeter;
  if (p.tlevc === 0) {
    potential = potentialAt(temperature, p.vj, nominal);
    capacitance *= capacitanceFactor(temperature, p.vj, nominal, grading);
    sidewallPotential = potentialAt(temperature, p.php, nominal);
    sidewallCapacitance *= capacitanceFactor(temperature, p.php, nominal, p.mjsw);
  } else {
    potential -= p.tpb * riseFromReference;
    capacitance *= 1 + p.cta * riseFromReference;
    sidewallPotential -= p.tphp * riseFromReference;
    sidewallCapacitance *= 1 + p.ctp * riseFromReference;
  }
  // ngspice keeps the forward knees of both depletion charges below 1 V.
  potential = p.fc * potential > 1 ? 1 / p.fc : potential;
  sidewallPotential = p.fcs * sidewallPotential > 1 ? 1 / p.fcs : sidewallPotential;

  const seriesResistance = p.rs * (1 + p.trs * rise + p.trs2 * rise * rise);
  return {
    saturation, sidewall, recombination, tunnel: p.jtun * area * tunnelFactor, sidewallTunnel: p.jtunsw * perimeter * tunnelFactor,
    nvt: p.n * vt, sidewallNvt: p.ns * vt, recombinationNvt: p.nr * vt, tunnelNvt: p.ntun * vt, breakdownNvt: p.nbv * vt,
    separate: p.nsGiven, breaks: p.bvGiven, breakdown,
    forwardKnee: p.ikf < SMALLEST_CURRENT ? 0 : p.ikf * area, reverseKnee: p.ikr < SMALLEST_CURRENT ? 0 : p.ikr * area,
    potential, capacitance, grading, fc: p.fc, sidewallPotential, sidewallCapacitance, sidewallGrading: p.mjsw, sidewallFc: p.fcs,
    overlay, transit: p.tt * (1 + p.ttt1 * rise + p.ttt2 * rise * rise),
    conductance: p.rs === 0 ? 0 : area / seriesResistance, gmin: t.gmin,
  };
}

/**
 * Recombination in the depletion layer, only where the bottom junction counts as forward. With `small` its slope is ngspice 39's: there the
 * depth's own slope lacks the potential, and is multiplied with the current that has the depth in it already.
 */
function recombinationCurrent(q: Prepared, v: number, small: number): number {
  let current = 0;
  if (q.recombination > 0 && v >= -3 * q.nvt) {
    const depth = 1 - v / q.potential;
    const square = depth * depth + 0.005;
    const layer = Math.pow(square, q.grading / 2);
    const growth = Math.exp(v / q.recombinationNvt);
    current = q.recombination * (growth - 1) * layer;
    if (small > 0) {
      const slope = (q.recombination * growth * layer) / q.recombinationNvt - current * q.grading * depth * Math.pow(square, q.grading / 2 - 1);
      current = sloped(current, slope, v);
    }
  }
  return current;
}

/** Current (A) of the inner junction at the voltage `v` across it, with ngspice's gmin; its slope is ngspice's with `small`. */
function innerCurrent(q: Prepared, v: number, small: number): number {
  let current: number;
  if (q.separate > 0) {
    current = breakingCurrent(q.saturation, q.nvt, v, q.breaks, q.breakdown, q.breakdownNvt)
      + breakingCurrent(q.sidewall, q.sidewallNvt, v, q.breaks, q.breakdown, q.breakdownNvt);
  } else {
    current = breakingCurrent(q.saturation + q.sidewall, q.nvt, v, q.breaks, q.breakdown, q.breakdownNvt);
  }
  current += recombinationCurrent(q, v, small);
  if (q.tunnel + q.sidewallTunnel > 0) {
    current -= (q.tunnel + q.sidewallTunnel) * (Math.exp(-v / q.tunnelNvt) - 1);
  }
  if (v >= -3 * q.nvt) {
    if (q.forwardKnee > 0 && current > 1e-18) {
      current = current / (1 + Math.sqrt(current / q.forwardKnee));
    }
  } else if (q.reverseKnee > 0 && current < -1e-18) {
    current = current / (1 + Math.sqrt(-current / q.reverseKnee));
  }
  return current + q.gmin * v;
}

/** Static currents (A) into the device. Without series resistance the inner node is tied to the anode. */
export function evaluate(q: Prepared, v: Voltages): Flows {
  const series = q.conductance * (v.a - v.ai);
  const junction = innerCurrent(q, v.ai - v.c, 0);
  return { a: series, c: -junction, ai: junction - series };
}

/** The same with the slopes of ngspice's small-signal analysis. */
export function respond(q: Prepared, v: Voltages): Flows {
  const series = q.conductance * (v.a - v.ai);
  const junction = innerCurrent(q, v.ai - v.c, 1);
  return { a: series, c: -junction, ai: junction - series };
}

/** Charges (C): depletion of bottom and sidewall, diffusion, conductors over oxide. */
export function store(q: Prepared, v: Voltages): Charges {
  const across = v.ai - v.c;
  const charge = depletionCharge(across, q.capacitance, q.potential, q.grading, q.fc)
    + depletionCharge(across, q.sidewallCapacitance, q.sidewallPotential, q.sidewallGrading, q.sidewallFc)
    + q.transit * innerCurrent(q, across, 1) + q.overlay * across;
  return { a: 0, c: -charge, ai: charge };
}
