/**
 * The bipolar transistor VBIC 1.2 with four terminals and self-heating, as ngspice 39 computes it (levels 4 and 9): C. C. McAndrew et al.,
 * "VBIC95, the vertical bipolar inter-company model", IEEE J. Solid-State Circuits 31 (1996), and the VBIC 1.2 reference code of the same
 * authors. Names of card values are those of that code. The excess phase `td` does nothing in ngspice 39.
 */
import { depletion, reachThrough } from './depletion.ts';
import { thermalVoltage, warmed } from './temperature.ts';
import type { Charges, Flows, Prepared, Voltages, Warm } from './quantities.ts';

export { prepare } from './temperature.ts';

/** Exponential junction current without tail. */
function junction(saturation: number, v: number, nvt: number): number {
  return saturation * (Math.exp(v / nvt) - 1);
}

/** 1 / value, or 0 for a value that switches its effect off. */
function inverse(value: number): number {
  return value > 0 ? 1 / value : 0;
}

/** Early effect: normalised base charge at low injection, kept positive. */
function earlyCharge(q: Prepared, t: Warm, vbei: number, vbci: number): number {
  const qdbe = depletion(vbei, t.pe, q.me, q.fc, q.aje);
  const qdbc = reachThrough(vbci, t.pc, q.mc, q.fc, q.ajc, q.vrt, q.art);
  const raw = 1 + qdbe * inverse(q.ver) + qdbc * inverse(q.vef) - 1e-4;
  return 0.5 * (Math.sqrt(raw * raw + 1e-8) + raw) + 1e-4;
}

/** Normalised base charge with high injection; `qbm` selects the form of the Gummel-Poon model. */
function baseCharge(q: Prepared, t: Warm, early: number, forward: number, reverse: number): number {
  const injection = 4 * (forward * inverse(t.ikf) + reverse * inverse(q.ikr));
  return q.qbm < 0.5
    ? 0.5 * (early + Math.pow(Math.pow(early, 1 / q.nkf) + injection, q.nkf))
    : 0.5 * early * (1 + Math.pow(1 + injection, q.nkf));
}

/** Base-emitter diode: ideal, non-ideal and breakdown current. */
function emitterDiode(q: Prepared, t: Warm, v: number, vt: number): number {
  let current = junction(t.ibei, v, q.nei * vt) + junction(t.iben, v, q.nen * vt);
  if (q.vbbe > 0) {
    const nvt = t.nbbe * vt;
    current -= q.ibbe * (Math.exp((-t.vbbe - v) / nvt) - Math.exp(-t.vbbe / nvt));
  }
  return current;
}

/** Weak avalanche: share of the collector current that is generated. */
function avalanche(q: Prepared, t: Warm, vbci: number): number {
  const drop = t.pc - vbci;
  const v = 0.5 * (Math.sqrt(drop * drop + 0.01) + drop);
  return q.avc1 * v * Math.exp(-t.avc2 * Math.pow(v, q.mc - 1));
}

/** Root of 1 + gamm exp(v / vt) of the quasi-saturation of G. M. Kull et al. (1985). */
function epitaxialRoot(t: Warm, v: number, vt: number): number {
  return Math.sqrt(1 + t.gamm * Math.exp(v / vt));
}

/** Current of the intrinsic collector resistance with velocity saturation and quasi-saturation. */
function epitaxialCurrent(q: Prepared, t: Warm, vrci: number, vbci: number, vbcx: number, vt: number): number {
  const inner = epitaxialRoot(t, vbci, vt);
  const outer = epitaxialRoot(t, vbcx, vt);
  const current = (vrci + vt * (inner - outer - Math.log((inner + 1) / (outer + 1)))) / t.rci;
  const drift = inverse(t.vo);
  const saturation = (drift * t.rci * current) / (1 + 0.5 * drift * inverse(q.hrcf) * Math.sqrt(vrci * vrci + 0.01));
  return current / Math.sqrt(1 + saturation * saturation);
}

/** Forward current of the parasitic transistor. */
function parasiticForward(q: Prepared, t: Warm, vbep: number, vbci: number, vt: number): number {
  const nvt = q.nfp * vt;
  return t.isp * (q.wsp * Math.exp(vbep / nvt) + (1 - q.wsp) * Math.exp(vbci / nvt) - 1);
}

/** Current of a constant resistance; without resistance both nodes are one. */
function ohmic(v: number, resistance: number): number {
  return resistance > 0 ? v / resistance : 0;
}

/** Static currents (A) into the device and the balance of heat (W). */
export function evaluate(q: Prepared, v: Voltages): Flows {
  const t = warmed(q, v.dt);
  const vt = thermalVoltage(q.nominal + v.dt);
  const vbei = v.bi - v.ei;
  const vbex = v.bx - v.ei;
  const vbci = v.bi - v.ci;
  const vbcx = v.bi - v.cx;
  const vbep = v.bx - v.bp;
  const vbcp = v.si - v.bp;
  const vrci = v.cx - v.ci;

  const forward = junction(t.is, vbei, t.nf * vt);
  const reverse = junction(t.is * t.isrr, vbci, t.nr * vt);
  const qb = baseCharge(q, t, earlyCharge(q, t, vbei, vbci), forward, reverse);
  const transport = (forward - reverse) / qb;
  const ibe = q.wbe !== 0 ? q.wbe * emitterDiode(q, t, vbei, vt) : 0;
  const ibex = q.wbe !== 1 ? (1 - q.wbe) * emitterDiode(q, t, vbex, vt) : 0;
  let ibc = junction(t.ibci, vbci, q.nci * vt) + junction(t.ibcn, vbci, q.ncn * vt);
  if (q.avc1 > 0) {
    ibc -= (transport - ibc) * avalanche(q, t, vbci);
  }
  let ibep = 0;
  if (q.ibeip > 0 || q.ibenp > 0) {
    ibep = junction(t.ibeip, vbep, q.nci * vt) + junction(t.ibenp, vbep, q.ncn * vt);
  }
  let ibcp = 0;
  if (q.ibcip > 0 || q.ibcnp > 0) {
    ibcp = junction(t.ibcip, vbcp, q.ncip * vt) + junction(t.ibcnp, vbcp, q.ncnp * vt);
  }
  let qbp = 1;
  let iccp = 0;
  if (q.isp > 0) {
    const onward = parasiticForward(q, t, vbep, vbci, vt);
    qbp = 0.5 * (1 + Math.sqrt(1 + 4 * onward * inverse(q.ikp)));
    iccp = (onward - junction(t.isp, vbcp, q.nfp * vt)) / qbp;
  }
  const irci = epitaxialCurrent(q, t, vrci, vbci, vbcx, vt);
  const ircx = ohmic(v.c - v.cx, t.rcx);
  const irbx = ohmic(v.b - v.bx, t.rbx);
  const irbi = ((v.bx - v.bi) * qb) / t.rbi;
  const ire = ohmic(v.e - v.ei, t.re);
  const irbp = ((v.bp - v.cx) * qbp) / t.rbp;
  const irs = ohmic(v.s - v.si, t.rs);
  const power = ibe * vbei + ibc * vbci + transport * (v.ci - v.ei) + ibex * vbex + ibep * vbep + irs * (v.s - v.si) + ibcp * vbcp
    + iccp * (v.bx - v.si) + ircx * (v.c - v.cx) + irci * vrci + irbx * (v.b - v.bx) + irbi * (v.bx - v.bi) + ire * (v.e - v.ei) + irbp * (v.bp - v.cx);

  // ngspice's gmin, which does not scale with the area; the epitaxial resistance has three of them.
  const { scale, gmin } = q;
  const be = scale * ibe + gmin * vbei;
  const bex = scale * ibex + gmin * vbex;
  const bc = scale * ibc + gmin * vbci;
  const bep = scale * ibep + gmin * vbep;
  const bcp = scale * ibcp + gmin * vbcp;
  const rci = scale * irci + gmin * (vrci + vbci + vbcx);
  return {
    c: scale * ircx, b: scale * irbx, e: scale * ire, s: scale * irs,
    cx: rci - scale * (ircx + irbp), ci: scale * transport - rci - bc, bx: bex + bep + scale * (irbi + iccp - irbx), bi: be + bc - scale * irbi,
    bp: scale * irbp - bep - bcp, ei: -be - bex - scale * (transport + ire), si: bcp - scale * (iccp + irs),
    dt: scale * (v.dt * q.thermalConductance - power),
  };
}

/**
 * Charges (C): depletion, diffusion with its dependence on current and bias, epitaxial charge. The overlaps `cbeo` and `cbco` are not here:
 * ngspice 39 leaves them out of its small-signal analysis.
 */
export function store(q: Prepared, v: Voltages): Charges {
  const t = warmed(q, v.dt);
  const vt = thermalVoltage(q.nominal + v.dt);
  const vbei = v.bi - v.ei;
  const vbci = v.bi - v.ci;
  const vbep = v.bx - v.bp;
  const vbcp = v.si - v.bp;
  const forward = junction(t.is, vbei, t.nf * vt);
  const reverse = junction(t.is * t.isrr, vbci, t.nr * vt);
  const early = earlyCharge(q, t, vbei, vbci);
  let moving = 0;
  if (q.tf !== 0) {
    const injected = forward > 0 ? forward * inverse(q.itf) : 0;
    const share = injected / (injected + 1);
    const bias = forward > 0 ? q.xtf * Math.exp((vbci * inverse(q.vtf)) / 1.44) * ((q.itf > 0 ? 0 : 1) + share * share) : 0;
    moving = (q.tf * (1 + q.qtf * early) * (1 + bias) * forward) / baseCharge(q, t, early, forward, reverse);
  }
  const be = t.cje * depletion(vbei, t.pe, q.me, q.fc, q.aje) * q.wbe + moving;
  const bex = q.wbe !== 1 ? t.cje * depletion(v.bx - v.ei, t.pe, q.me, q.fc, q.aje) * (1 - q.wbe) : 0;
  const bc = t.cjc * reachThrough(vbci, t.pc, q.mc, q.fc, q.ajc, q.vrt, q.art) + q.tr * reverse + q.qco * epitaxialRoot(t, vbci, vt);
  const bcx = q.qco * epitaxialRoot(t, v.bi - v.cx, vt);
  const parasitic = q.isp > 0 ? parasiticForward(q, t, vbep, vbci, vt) : 0;
  const bep = t.cjep * reachThrough(vbep, t.pc, q.mc, q.fc, q.ajc, q.vrt, q.art) + q.tr * parasitic;
  const bcp = (q.cjcp > 0 ? t.cjcp * depletion(vbcp, t.ps, q.ms, q.fc, q.ajs) : 0) + q.ccso * vbcp;
  const { scale } = q;
  return {
    c: 0, b: 0, e: 0, s: 0, cx: -scale * bcx, ci: -scale * bc, bx: scale * (bex + bep), bi: scale * (be + bc + bcx),
    bp: -scale * (bep + bcp), ei: -scale * (be + bex), si: scale * bcp, dt: scale * q.thermalCapacitance * v.dt,
  };
}
