/** Gummel-Poon parameters at the temperature and size of an instance, as ngspice 39 computes them (ngspice manual, section 8.2.1). */
import { KELVIN, capacitanceFactor, deviceTemperature, drift, potentialAt, thermalVoltage } from '../spice-junction.ts';
import type { Ambient, Card, Geometry, Prepared } from './quantities.ts';

/** Largest grading coefficient after its temperature law. */
const LARGEST_GRADING = 0.999;

/** 1 / (value * factor), or 0 where the value is 0: a voltage or current that switches its effect off. */
function inverse(value: number, factor: number): number {
  return value !== 0 ? 1 / (value * factor) : 0;
}

/** `value` to the power of a quadratic temperature law (tlev 3). A current of 0 stays 0. */
function powered(value: number, exponent: number): number {
  return value > 0 ? Math.pow(value, exponent) : 0;
}

/** Saturation current per unit area: SPICE's law with the emission coefficient `n`, or the power law of tlev 3. */
function saturation(p: Card, value: number, n: number, factlog: number, rise: number): number {
  return p.tlev === 3 ? powered(value, drift(rise, p.tis1, p.tis2)) : value * Math.exp(factlog / n);
}

/** A leakage current `c2` above 1e-4 is a multiple of `is`. */
function leakage(p: Card, value: number): number {
  return value > 1e-4 ? p.is * value : value;
}

/** Zero-bias capacitance at temperature; `linear` is the coefficient of tlevc 1. */
function capacitance(p: Card, value: number, potential: number, grading: number, linear: number, temperature: number, nominal: number): number {
  return value * (p.tlevc === 0 ? capacitanceFactor(temperature, potential, nominal, grading) : 1 + linear * (temperature - nominal));
}

/** Built-in potential at temperature; `linear` is the coefficient of tlevc 1. */
function potential(p: Card, value: number, linear: number, temperature: number, nominal: number): number {
  return p.tlevc === 0 ? potentialAt(temperature, value, nominal) : value - linear * (temperature - nominal);
}

/** Current gain at temperature: its own quadratic law if one is given, else `factor`. */
function gain(value: number, linear: number, quadratic: number, given: number, rise: number, factor: number): number {
  return value * (given > 0 ? drift(rise, linear, quadratic) : factor);
}

export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  const temperature = deviceTemperature(g.tempGiven, g.temp, t.temperature, g.dtemp);
  const nominal = p.tnom + KELVIN;
  const rise = temperature - nominal;
  const ratio = temperature / nominal;
  const vt = thermalVoltage(temperature);
  const vertical = p.subsGiven > 0 && (p.subs === 1 || p.subs === -1) ? p.subs : p.sign;
  const { area, m } = g;
  const areab = g.areabGiven > 0 ? g.areab : area;
  const areac = g.areacGiven > 0 ? g.areac : area;
  const collectorArea = vertical > 0 ? areab : areac;
  const substrateArea = vertical > 0 ? areac : areab;

  const factlog = ((ratio - 1) * p.eg) / vt + p.xti * Math.log(ratio);
  const beta = p.tlev === 0 ? Math.pow(ratio, p.xtb) : p.tlev === 1 ? 1 + p.xtb * rise : 1;
  const separate = p.ibeGiven > 0 && p.ibcGiven > 0;
  let emitterSaturation: number;
  let collectorSaturation: number;
  let substrateFactor: number;
  if (separate) {
    emitterSaturation = area * saturation(p, p.ibe, p.nf, factlog, rise);
    collectorSaturation = collectorArea * saturation(p, p.ibc, p.nr, factlog, rise);
    substrateFactor = substrateArea * Math.exp(factlog / p.nr);
  } else {
    emitterSaturation = area * saturation(p, p.is, 1, factlog, rise);
    // With the one `is`, ngspice 39 scales the collector junction by both areas.
    collectorSaturation = emitterSaturation * collectorArea;
    substrateFactor = area * Math.exp(factlog);
  }
  let emitterLeakage = leakage(p, p.ise);
  let collectorLeakage = leakage(p, p.isc);
  let substrateSaturation = p.iss * substrateFactor;
  if (p.tlev === 3) {
    emitterLeakage = powered(emitterLeakage, drift(rise, p.tise1, p.tise2));
    collectorLeakage = powered(collectorLeakage, drift(rise, p.tisc1, p.tisc2));
    substrateSaturation = powered(p.iss, drift(rise, p.tiss1, p.tiss2)) * (separate ? substrateArea : area);
  } else {
    emitterLeakage *= Math.exp(factlog / p.ne) / beta;
    collectorLeakage *= Math.exp(factlog / p.nc) / beta;
  }

  const hasEpitaxy = p.rcoGiven > 0;
  let epitaxialResistance = hasEpitaxy ? Math.max(p.rco, 0.01) : 0;
  let epitaxialVoltage = p.vo;
  let epitaxialDoping = p.gamma;
  if (p.quasimod === 1) {
    epitaxialResistance *= Math.pow(ratio, p.cnGiven > 0 ? p.cn : p.sign > 0 ? 2.42 : 2.2);
    epitaxialVoltage *= Math.pow(ratio, p.dGiven > 0 ? p.d : p.sign > 0 ? 0.87 : 0.52);
    epitaxialDoping *= Math.pow(ratio, p.xti) * Math.exp((-p.vg * (1 - ratio)) / vt);
  }

  const emitterGrading = Math.min(p.mje * drift(rise, p.tmje1, p.tmje2), LARGEST_GRADING);
  const collectorGrading = Math.min(p.mjc * drift(rise, p.tmjc1, p.tmjc2), LARGEST_GRADING);
  const substrateGrading = Math.min(p.mjs * drift(rise, p.tmjs1, p.tmjs2), LARGEST_GRADING);
  const collectorCapacitance = capacitance(p, p.cjc, p.vjc, collectorGrading, p.ctc, temperature, nominal) * collectorArea;
  return {
    vt, emitterSaturation, collectorSaturation, emitterNvt: p.nf * drift(rise, p.tnf1, p.tnf2) * vt, collectorNvt: p.nr * drift(rise, p.tnr1, p.tnr2) * vt,
    emitterLeakage: emitterLeakage * area, emitterLeakageNvt: p.ne * drift(rise, p.tne1, p.tne2) * vt,
    collectorLeakage: collectorLeakage * collectorArea, collectorLeakageNvt: p.nc * drift(rise, p.tnc1, p.tnc2) * vt,
    forwardGain: gain(p.bf, p.tbf1, p.tbf2, p.tbf1Given + p.tbf2Given, rise, beta), reverseGain: gain(p.br, p.tbr1, p.tbr2, p.tbr1Given + p.tbr2Given, rise, beta),
    earlyForward: inverse(p.vaf, drift(rise, p.tvaf1, p.tvaf2)), earlyReverse: inverse(p.var, drift(rise, p.tvar1, p.tvar2)),
    kneeForward: inverse(p.ikf, drift(rise, p.tikf1, p.tikf2) * area), kneeReverse: inverse(p.ikr, drift(rise, p.tikr1, p.tikr2) * area),
    rollOff: Math.min(p.nkf, 1), rollOffGiven: p.nkfGiven,
    baseResistance: (p.rb * drift(rise, p.trb1, p.trb2)) / area, smallestBaseResistance: (p.rbm * drift(rise, p.trm1, p.trm2)) / area,
    halfResistanceCurrent: p.irb * drift(rise, p.tirb1, p.tirb2) * area, hasBaseResistance: p.rb !== 0 ? 1 : 0,
    collectorConductance: inverse(p.rc, drift(rise, p.trc1, p.trc2)) * area, emitterConductance: inverse(p.re, drift(rise, p.tre1, p.tre2)) * area,
    substrateSaturation, substrateNvt: p.ns * drift(rise, p.tns1, p.tns2) * vt, vertical,
    epitaxialResistance, epitaxialVoltage, epitaxialDoping, epitaxialCharge: p.qco,
    transitForward: p.tf * drift(rise, p.ttf1, p.ttf2), transitBias: p.xtf, transitVoltage: p.vtf !== 0 ? 1 / (p.vtf * 1.44) : 0,
    transitCurrent: p.itf * drift(rise, p.titf1, p.titf2) * area, transitReverse: p.tr * drift(rise, p.ttr1, p.ttr2),
    excessPhase: (p.ptf * Math.PI / 180) * p.tf,
    emitterCapacitance: capacitance(p, p.cje, p.vje, emitterGrading, p.cte, temperature, nominal) * area,
    emitterPotential: potential(p, p.vje, p.tvje, temperature, nominal), emitterGrading,
    collectorCapacitance: collectorCapacitance * p.xcjc, outerCapacitance: collectorCapacitance * (1 - p.xcjc),
    collectorPotential: potential(p, p.vjc, p.tvjc, temperature, nominal), collectorGrading, fc: Math.min(p.fc, 0.9999),
    substrateCapacitance: capacitance(p, p.cjs, p.vjs, substrateGrading, p.cts, temperature, nominal) * substrateArea,
    substratePotential: potential(p, p.vjs, p.tvjs, temperature, nominal), substrateGrading, m, gmin: t.gmin,
  };
}
