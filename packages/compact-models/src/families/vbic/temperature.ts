/**
 * Temperature laws of VBIC 1.2 (C. C. McAndrew et al., "VBIC95, the vertical bipolar inter-company model", IEEE J. Solid-State Circuits
 * 31 (1996), section on temperature mappings), as ngspice 39 applies them: once from the nominal to the ambient temperature, and once
 * more from there by the rise of self-heating, with the rise counted from the nominal temperature.
 */
import { KELVIN } from '../spice-junction.ts';
import type { Ambient, Card, Geometry, Laws, Prepared, Warm } from './quantities.ts';

/** Boltzmann's constant over the elementary charge (V/K) as VBIC has it; ngspice's other models use newer values. */
const VOLTS_PER_KELVIN = 1.380662e-23 / 1.602189e-19;

/** Smallest resistance (ohm) that a card can state. */
const SMALLEST_RESISTANCE = 0.01;

/** Thermal voltage (V) at a temperature (K). */
export function thermalVoltage(temperature: number): number {
  return VOLTS_PER_KELVIN * temperature;
}

/** Saturation current: (ratio^exponent exp(-energy (1 - ratio) / vt))^(1 / n). */
function saturation(value: number, ratio: number, vt: number, exponent: number, energy: number, n: number): number {
  return value * Math.exp((exponent * Math.log(ratio) - (energy * (1 - ratio)) / vt) / n);
}

/** Built-in potential that stays positive at any temperature. */
function builtIn(potential: number, ratio: number, vt: number, energy: number): number {
  const half = (0.5 * potential * ratio) / vt;
  const before = 2 * (vt / ratio) * Math.log(Math.exp(half) - Math.exp(-half));
  const after = before * ratio - 3 * vt * Math.log(ratio) - energy * (ratio - 1);
  return after + 2 * vt * Math.log(0.5 * (1 + Math.sqrt(1 + 4 * Math.exp(-after / vt))));
}

/** Values at `ratio` times the temperature at which they are known; `rise` is the difference (K) and `vt` the thermal voltage there. */
export function atTemperature(p: Laws, ratio: number, rise: number, vt: number): Warm {
  const pe = builtIn(p.pe, ratio, vt, p.eaie);
  const pc = builtIn(p.pc, ratio, vt, p.eaic);
  const ps = builtIn(p.ps, ratio, vt, p.eais);
  const collector = Math.pow(p.pc / pc, p.mc);
  const drift = 1 + rise * p.tnf;
  return {
    rcx: p.rcx * Math.pow(ratio, p.xrcx), rci: p.rci * Math.pow(ratio, p.xrci), rbx: p.rbx * Math.pow(ratio, p.xrbx), rbi: p.rbi * Math.pow(ratio, p.xrbi),
    re: p.re * Math.pow(ratio, p.xre), rs: p.rs * Math.pow(ratio, p.xrs), rbp: p.rbp * Math.pow(ratio, p.xrbp),
    ikf: p.ikf * Math.pow(ratio, p.xikf), vo: p.vo * Math.pow(ratio, p.xvo), gamm: saturation(p.gamm, ratio, vt, p.xis, p.ea, 1),
    is: saturation(p.is, ratio, vt, p.xis, p.ea, p.nf), isrr: saturation(p.isrr, ratio, vt, p.xisr, p.dear, p.nr),
    isp: saturation(p.isp, ratio, vt, p.xis, p.eap, p.nfp), ibei: saturation(p.ibei, ratio, vt, p.xii, p.eaie, p.nei),
    iben: saturation(p.iben, ratio, vt, p.xin, p.eane, p.nen), ibci: saturation(p.ibci, ratio, vt, p.xii, p.eaic, p.nci),
    ibcn: saturation(p.ibcn, ratio, vt, p.xin, p.eanc, p.ncn), ibeip: saturation(p.ibeip, ratio, vt, p.xii, p.eaic, p.nci),
    ibenp: saturation(p.ibenp, ratio, vt, p.xin, p.eanc, p.ncn), ibcip: saturation(p.ibcip, ratio, vt, p.xii, p.eais, p.ncip),
    ibcnp: saturation(p.ibcnp, ratio, vt, p.xin, p.eans, p.ncnp),
    nf: p.nf * drift, nr: p.nr * drift, avc2: p.avc2 * (1 + rise * p.tavc),
    vbbe: p.vbbe * (1 + rise * (p.tvbbe1 + rise * p.tvbbe2)), nbbe: p.nbbe * (1 + rise * p.tnbbe),
    pe, pc, ps, cje: p.cje * Math.pow(p.pe / pe, p.me), cjc: p.cjc * collector, cjep: p.cjep * collector, cjcp: p.cjcp * Math.pow(p.ps / ps, p.ms),
  };
}

/** A resistance that the card states is at least 0.01 ohm in ngspice 39; 0 is one that it does not state. */
function stated(resistance: number, given: number): number {
  return given > 0 ? Math.max(resistance, SMALLEST_RESISTANCE) : resistance;
}

export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  const temperature = (g.tempGiven > 0 ? g.temp + KELVIN : t.temperature) + g.dtemp + p.dtemp;
  const nominal = p.tnom + KELVIN;
  const ratio = temperature / nominal;
  const warm = atTemperature(p, ratio, temperature - nominal, thermalVoltage(temperature));
  return {
    ...warm, rcx: stated(p.rcx, p.rcxGiven) * Math.pow(ratio, p.xrcx), rbx: stated(p.rbx, p.rbxGiven) * Math.pow(ratio, p.xrbx),
    re: stated(p.re, p.reGiven) * Math.pow(ratio, p.xre), rs: stated(p.rs, p.rsGiven) * Math.pow(ratio, p.xrs),
    rci: stated(p.rci, 1) * Math.pow(ratio, p.xrci), rbi: stated(p.rbi, 1) * Math.pow(ratio, p.xrbi), rbp: stated(p.rbp, 1) * Math.pow(ratio, p.xrbp),
    nei: p.nei, nen: p.nen, nci: p.nci, ncn: p.ncn, nfp: p.nfp, ncip: p.ncip, ncnp: p.ncnp, me: p.me, mc: p.mc, ms: p.ms,
    xikf: p.xikf, xrcx: p.xrcx, xrci: p.xrci, xrbx: p.xrbx, xrbi: p.xrbi, xre: p.xre, xrs: p.xrs, xrbp: p.xrbp, xvo: p.xvo,
    xis: p.xis, xii: p.xii, xin: p.xin, xisr: p.xisr, ea: p.ea, eaie: p.eaie, eaic: p.eaic, eais: p.eais, eane: p.eane, eanc: p.eanc, eans: p.eans,
    eap: p.eap, dear: p.dear, tnf: p.tnf, tavc: p.tavc, tvbbe1: p.tvbbe1, tvbbe2: p.tvbbe2, tnbbe: p.tnbbe,
    hrcf: p.hrcf, fc: p.fc, aje: p.aje, qco: p.qco, ajc: p.ajc, ajs: p.ajs, wbe: p.wbe, avc1: p.avc1, wsp: p.wsp,
    vef: p.vef, ver: p.ver, ikr: p.ikr, ikp: p.ikp, tf: p.tf, qtf: p.qtf, xtf: p.xtf, vtf: p.vtf, itf: p.itf, tr: p.tr,
    vrt: p.vrt, art: p.art, ccso: p.ccso, qbm: p.qbm, nkf: p.nkf, ibbe: p.ibbe,
    nominal, scale: g.area * g.m, thermalConductance: p.rth > 0 && g.thermalNode > 0 ? 1 / p.rth : 0, thermalCapacitance: Math.max(p.cth, 1e-12), gmin: t.gmin,
  };
}

/**
 * Values of the junctions `dt` kelvin above the ambient temperature. ngspice 39 takes the thermal voltage of the equations and the ratio
 * of this second step from the nominal temperature, not from the ambient one: so does this.
 */
export function warmed(q: Prepared, dt: number): Warm {
  if (q.thermalConductance > 0) {
    const temperature = q.nominal + dt;
    return atTemperature(q, temperature / q.nominal, dt, thermalVoltage(temperature));
  }
  return {
    rcx: q.rcx, rci: q.rci, rbx: q.rbx, rbi: q.rbi, re: q.re, rs: q.rs, rbp: q.rbp, ikf: q.ikf, vo: q.vo, gamm: q.gamm,
    is: q.is, isrr: q.isrr, isp: q.isp, ibei: q.ibei, iben: q.iben, ibci: q.ibci, ibcn: q.ibcn, ibeip: q.ibeip, ibenp: q.ibenp, ibcip: q.ibcip,
    ibcnp: q.ibcnp, nf: q.nf, nr: q.nr, avc2: q.avc2, vbbe: q.vbbe, nbbe: q.nbbe, pe: q.pe, pc: q.pc, ps: q.ps,
    cje: q.cje, cjc: q.cjc, cjep: q.cjep, cjcp: q.cjcp,
  };
}
