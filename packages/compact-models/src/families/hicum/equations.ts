import { avalanche, baseResistance, diode, tunnelling } from './base.ts';
import type { Card } from './card.ts';
import { leastResistance } from './constants.ts';
import { collectorDepletion, depletion } from './depletion.ts';
import { scaled, type Geometry } from './scaling.ts';
import { atTemperature, heating, inner, relativeDelay, type Prepared, type Voltages } from './state.ts';
import { warm } from './warm.ts';

export type { Card } from './card.ts';
export type { Geometry } from './scaling.ts';
export type { Prepared, Voltages } from './state.ts';

/** Temperature of the surroundings, K, and ngspice's conductance across junctions, S. */
export interface Ambient { temperature: number; gmin: number }

/** Current into each node, A; for `q` the residual of its equation, V; for `t` heat, W. */
export interface Flows {
  c: number; b: number; e: number; s: number; ci: number; bp: number; bi: number; ei: number; si: number; q: number; t: number
}

/** Charge of each node, C; for `t` heat, Ws. */
export interface Charges {
  c: number; b: number; e: number; s: number; ci: number; bp: number; bi: number; ei: number; si: number; q: number; t: number
}

export function prepare(p: Card, g: Geometry, a: Ambient): Prepared {
  const card = scaled(p, g);
  const temperature = a.temperature + g.dtemp;
  return { ...card, ...warm(card, temperature), temperature, gmin: a.gmin, heats: heating(card.flsh, card.rth), delay: relativeDelay(card) };
}

/** Static currents (manual 2.1, 2.2; hicumL2.cpp). */
export function evaluate(q: Prepared, v: Voltages): Flows {
  const w = atTemperature(q, v.t);
  const vbiei = v.bi - v.ei;
  const vbici = v.bi - v.ci;
  const vbpei = v.bp - v.ei;
  const vbpci = v.bp - v.ci;
  const vbpbi = v.bp - v.bi;
  const vsici = v.si - v.ci;
  const { itf, itr, qf, excess, qjei, cjei, qjci, cjci, residual } = inner(q, w, v);
  const it = itf - itr;

  // base-emitter junctions
  const ibei = diode(w.ibeisT, q.mbei, vbiei, w.vt);
  const barrier = q.tbhrec !== 0 ? excess / q.tbhrec : 0;
  const ibep = diode(w.ibepsT, q.mbep, vbpei, w.vt);
  const { capacitance: cjep } = depletion(w.cjep0T, w.vdepT, q.zep, w.ajepT, vbpei, w.vt);
  const atPerimeter = q.tunode === 1;
  const ibet = atPerimeter
    ? tunnelling(w.ibetsT, w.abetT, vbpei, cjep, w.cjep0T, w.vdepT, q.zep)
    : q.tunode === 0 ? tunnelling(w.ibetsT, w.abetT, vbiei, cjei, w.cjei0T, w.vdeiT, q.zei) : 0;
  const biei = ibei + diode(w.ireisT, q.mrei, vbiei, w.vt) + barrier - (atPerimeter ? 0 : ibet) + q.gmin * vbiei;
  const bpei = ibep + diode(w.irepsT, q.mrep, vbpei, w.vt) - (atPerimeter ? ibet : 0) + q.gmin * vbpei;

  // base-collector junctions and the substrate
  const ibci = diode(w.ibcisT, q.mbci, vbici, w.vt);
  const iavl = avalanche(q, w, vbici, cjci, itf);
  const bici = ibci - iavl + q.gmin * vbici;
  const ijbcx = diode(w.ibcxsT, q.mbcx, vbpci, w.vt);
  const bpci = ijbcx + q.gmin * vbpci;
  const ijsc = diode(w.iscsT, q.msc, vsici, w.vt);
  const sici = ijsc + q.gmin * vsici;
  const bpsi = q.itss > 0 ? w.itssT * (Math.exp(vbpci / (q.msf * w.vt)) - Math.exp(vsici / (q.msf * w.vt))) : 0;

  // resistances
  const rbi = baseResistance(q, w, qjei, qjci, qf, ibei);
  const bpbi = rbi > 0 ? vbpbi / rbi : 0;
  const throughC = q.rcx !== 0 ? (v.c - v.ci) / w.rcxT : 0;
  const throughB = q.rbx !== 0 ? (v.b - v.bp) / w.rbxT : 0;
  const throughE = q.re !== 0 ? (v.e - v.ei) / w.reT : 0;
  const throughS = q.rsu !== 0 ? (v.s - v.si) / q.rsu : 0;

  // self-heating (manual 2.1.16): the transfer current's power, or every element's
  let power = (vbiei - vbici) * it + (w.vdciT - vbici) * iavl;
  if (q.flsh === 2) {
    power += ibei * vbiei + ibci * vbici + ibep * vbpei + ijbcx * vbpci + ijsc * vsici + bpbi * vbpbi;
    power += (w.reT >= leastResistance ? throughE * (v.e - v.ei) : 0) + (w.rcxT >= leastResistance ? throughC * (v.c - v.ci) : 0);
    power += w.rbxT >= leastResistance ? throughB * (v.b - v.bp) : 0;
  }
  return {
    c: throughC, b: throughB, e: throughE, s: throughS,
    ci: it - bici - bpci - sici - throughC,
    bp: bpei + bpci + bpsi + bpbi - throughB,
    bi: biei + bici - bpbi,
    ei: -it - biei - bpei - throughE,
    si: sici - bpsi - throughS,
    q: residual,
    t: q.heats > 0 ? v.t / w.rthT - power : 0,
  };
}

/**
 * Charges: depletion and diffusion of the junctions, parasitic capacitances, lateral effects (fcrbi), heat. The delay of the transfer current
 * is a charge of its own at low frequency, alit times the forward one; ngspice's network, which delays by alit dQf/ditf of the moment,
 * differs from it where the transit time depends on the collector's voltage.
 */
export function store(q: Prepared, v: Voltages): Charges {
  const w = atTemperature(q, v.t);
  const vbpei = v.bp - v.ei;
  const vbpci = v.bp - v.ci;
  const vbpbi = v.bp - v.bi;
  const vsici = v.si - v.ci;
  const { itf, itr, qf, qr, qjei, cjei, qjci, cjci, t0 } = inner(q, w, v);
  const { charge: qjep } = depletion(w.cjep0T, w.vdepT, q.zep, w.ajepT, vbpei, w.vt);
  const { charge: qjcx1 } = collectorDepletion(w.cjcx01T, w.vdcxT, q.zcx, q.vptcx, v.b - v.ci, w.vt);
  const { charge: qjcx2 } = collectorDepletion(w.cjcx02T, w.vdcxT, q.zcx, q.vptcx, vbpci, w.vt);
  const { charge: qjs } = collectorDepletion(w.cjs0T, w.vdsT, q.zs, q.vpts, vsici, w.vt);
  const { charge: qscpLayer } = collectorDepletion(w.cscp0T, w.vdspT, q.zsp, q.vptsp, v.s - v.c, w.vt);
  const sc = q.vdsp > 0 ? qscpLayer : q.cscp0 * (v.s - v.c);
  const qdsu = q.itss > 0 && q.tsf > 0 ? w.tsfT * w.itssT * Math.exp(vbpci / (q.msf * w.vt)) : 0;

  const outer = (1 - q.fbcpar) * (q.cjcx0 + q.cbcpar);
  const cbcpar1 = outer >= q.cbcpar ? q.cbcpar : outer;
  const be = (1 - q.fbepar) * q.cbepar * (v.b - v.e);
  const bpe = q.fbepar * q.cbepar * (v.bp - v.e);
  const bci = qjcx1 + cbcpar1 * (v.b - v.ci);
  const bpci = qjcx2 + qdsu + (q.cbcpar - cbcpar1) * vbpci;
  const biei = qjei + qf;
  const bici = qjci + qr;
  const bpbi = q.fcrbi * (cjei + cjci + (t0 * itf + q.tr * itr) / w.vt) * vbpbi;
  const delayed = q.delay * qf;
  const ssi = q.csu * (v.s - v.si);
  return {
    c: -sc, b: be + bci, e: -be - bpe, s: sc + ssi,
    ci: -bci - bpci - bici - qjs - delayed,
    bp: bpe + bpci + qjep + bpbi,
    bi: biei + bici - bpbi,
    ei: -biei - qjep + delayed,
    si: qjs - ssi,
    q: 0,
    t: q.heats > 0 ? q.cth * v.t : 0,
  };
}
