import { bulkCharge, mobility } from './mobility.ts';
import { channel, overdrive, polyDepletion, polySlope, unlimitedBodyBias } from './threshold.ts';
import { chargeOverdrive, overlapCharge, piecewiseCharge, smoothCharge, thicknessCharge } from './charge.ts';
import { drainCurrent } from './saturation.ts';
import { edgeCurrent, gateCurrent, gateInducedLeakage, gateInducedLeakageNew } from './leakage.ts';
import { junctionCharge, junctionCurrent, trapCurrent } from './junction.ts';
import type { Charges, Flows, Prepared, Voltages } from './prepared.ts';

export { prepare } from './prepare.ts';

/** Resistance of one external source/drain with rdsMod 1, ohm (manual 5.3). */
function externalResistance(q: Prepared, vg: number, vb: number, minimum: number, half: number): number {
  const t0 = vg - q.vfbsd;
  const over = 0.5 * (t0 + Math.sqrt(t0 * t0 + 1e-4));
  const t2 = 1 / (1 + q.prwg * over) - q.prwb * vb;
  return minimum + (t2 + Math.sqrt(t2 * t2 + 0.01)) * half;
}

/** Static current from each node into the device, A; voltages of an n type. Drain and source may be exchanged. */
export function evaluate(q: Prepared, v: Voltages): Flows {
  const vds = v.di - v.si;
  const vgs = v.gi - v.si;
  const vbs = v.bi - v.si;
  const vgd = vgs - vds;
  const vbd = vbs - vds;
  let reverse = 0;
  let vd = vds;
  let vg = vgs;
  let vb = vbs;
  if (vds < 0) {
    reverse = 1;
    vd = -vds;
    vg = vgd;
    vb = vbd;
  }
  const { vbseff, sqrtPhis, sqrtXdep, vth, n, vgst, vgsEff } = channel(q, vd, vg, vb);
  const vgsteff = overdrive(vgst, n, q.vtm, q.mstar, q.voffcbn, q.coxOverCdep);
  const { abulk } = bulkCharge(q, vbseff, sqrtPhis, sqrtXdep, vgsteff);
  const ueff = mobility(q, vgsteff, vth, vbseff);
  const { ids, isub, vdseff } = drainCurrent(q, vd, vbseff, sqrtPhis, vgsteff, abulk, ueff);

  // of all currents below, `…d` flows from node di, `…s` from si, into the device
  let id = ids * q.nf;
  let is = 0;
  let ib = 0;
  let ig = 0;
  if (reverse > 0) {
    is = id + isub * q.nf;
    id = -id;
  } else {
    is = -id;
    id = id + isub * q.nf;
  }
  ib = -isub * q.nf;

  if (q.gidl > 0) {
    const vgsPoly = polyDepletion(vgs, q.phiPoly, q.polyFactor);
    const vgdPoly = polyDepletion(vgd, q.phiPoly, q.polyFactor);
    let igidl: number;
    let igisl: number;
    if (q.gidlmod === 0) {
      igidl = gateInducedLeakage(vds - vgsPoly - q.egidl, vbd, q.agidl, q.bgidl, q.cgidl, q.weffCJ, q.threeTox);
      igisl = gateInducedLeakage(-vds - vgdPoly - q.egisl, vbs, q.agisl, q.bgisl, q.cgisl, q.weffCJ, q.threeTox);
    } else {
      igidl = gateInducedLeakageNew(
        vds - q.rgidl * vgsPoly - q.egidl, vbd, q.agidl, q.bgidl, q.cgidl, q.kgidl, q.fgidl, q.gidlclamp, q.weffCJ, q.threeTox);
      igisl = gateInducedLeakageNew(
        -vds - q.rgisl * vgdPoly - q.egisl, vbs, q.agisl, q.bgisl, q.cgisl, q.kgisl, q.fgisl, q.gidlclamp, q.weffCJ, q.threeTox);
    }
    id = id + igidl * q.nf;
    is = is + igisl * q.nf;
    ib = ib - (igidl + igisl) * q.nf;
  }

  if (q.igcmod > 0 || q.igbmod > 0) {
    const { igcs, igcd, igb } = gateCurrent(q, vgsEff, vbseff, vth, vgsteff, vdseff);
    let toSource = 0;
    let toDrain = 0;
    if (q.igcmod > 0) {
      toSource = edgeCurrent(vgs, q.vfbEdge, q.aEdgeS, q.bEdge, q.aigs, q.bigs, q.cigs);
      toDrain = edgeCurrent(vgd, q.vfbEdge, q.aEdgeD, q.bEdge, q.aigd, q.bigd, q.cigd);
      toSource = toSource + (reverse > 0 ? igcd : igcs);
      toDrain = toDrain + (reverse > 0 ? igcs : igcd);
    }
    ig = (toSource + toDrain + igb) * q.nf;
    id = id - toDrain * q.nf;
    is = is - toSource * q.nf;
    ib = ib - igb * q.nf;
  }

  // junctions: from db to di and from sb to si
  const vbsJct = v.sb - v.si;
  const vbdJct = v.db - v.di;
  let ibs = junctionCurrent(
    vbsJct, q.gmin, q.diomod, q.isatS, q.nvtS, q.bvS, q.xjbvS, q.xExpS, q.vFwdS, q.iFwdS, q.slopeFwdS, q.vRevS, q.iRevS, q.slopeRevS);
  let ibd = junctionCurrent(
    vbdJct, q.gmin, q.diomod, q.isatD, q.nvtD, q.bvD, q.xjbvD, q.xExpD, q.vFwdD, q.iFwdD, q.slopeFwdD, q.vRevD, q.iRevD, q.slopeRevD);
  if (q.traps > 0) {
    ibs = ibs + trapCurrent(vbsJct, q.jtsS, q.nvtTrapS, q.vtsS)
      + trapCurrent(vbsJct, q.jtsswS, q.nvtTrapSwS, q.vtsswS) + trapCurrent(vbsJct, q.jtsswgS, q.nvtTrapSwgS, q.vtsswgS);
    ibd = ibd + trapCurrent(vbdJct, q.jtsD, q.nvtTrapD, q.vtsD)
      + trapCurrent(vbdJct, q.jtsswD, q.nvtTrapSwD, q.vtsswD) + trapCurrent(vbdJct, q.jtsswgD, q.nvtTrapSwgD, q.vtsswgD);
  }

  // series resistances
  let gd = q.drainConductance;
  let gs = q.sourceConductance;
  if (q.rdsmod === 1) {
    gs = gs / (1 + gs * externalResistance(q, vgs, vbs, q.rswmin, q.halfRs0));
    gd = gd / (1 + gd * externalResistance(q, vgd, vbd, q.rdwmin, q.halfRd0));
  }
  const throughD = gd * (v.d - v.di);
  const throughS = gs * (v.s - v.si);
  const throughG = q.gateConductance * (v.g - v.gi);
  const dbToB = q.grbdb * (v.db - v.b);
  const dbToBi = q.grbpd * (v.db - v.bi);
  const sbToB = q.grbsb * (v.sb - v.b);
  const sbToBi = q.grbps * (v.sb - v.bi);
  const biToB = q.grbpb * (v.bi - v.b);
  return {
    d: q.m * throughD,
    g: q.m * throughG,
    s: q.m * throughS,
    b: -q.m * (dbToB + sbToB + biToB),
    di: q.m * (id - ibd - throughD),
    gi: q.m * (ig - throughG),
    si: q.m * (is - ibs - throughS),
    bi: q.m * (ib + biToB - dbToBi - sbToBi),
    db: q.m * (ibd + dbToB + dbToBi),
    sb: q.m * (ibs + sbToB + sbToBi),
  };
}

/** Charge of each node, C. */
export function store(q: Prepared, v: Voltages): Charges {
  const vds = v.di - v.si;
  const vgs = v.gi - v.si;
  const vbs = v.bi - v.si;
  const vgd = vgs - vds;
  let vd = vds;
  let vg = vgs;
  let vb = vbs;
  if (vds < 0) {
    vd = -vds;
    vg = vgd;
    vb = vbs - vds;
  }
  let gate = 0;
  let bulk = 0;
  let source = 0;
  if (q.xpart >= 0) {
    const { vbseff, sqrtPhis, sqrtXdep, n, vgst, vgsEff } = channel(q, vd, vg, q.capmod === 0 ? unlimitedBodyBias(q, vb) : vb);
    const vgsteff = overdrive(vgst, n, q.vtm, q.mstar, q.voffcbn, q.coxOverCdep);
    const { abulk0 } = bulkCharge(q, vbseff, sqrtPhis, sqrtXdep, vgsteff);
    if (q.capmod === 0) {
      const gateSlope = polySlope(vg, q.phiPoly, q.polyFactor);
      const { qgate, qbulk, qsource } = piecewiseCharge(q, vd, vbseff < 0 ? vb : vbseff, vgsEff, sqrtPhis, abulk0, gateSlope);
      gate = qgate;
      bulk = qbulk;
      source = qsource;
    } else if (q.capmod === 1) {
      const { qgate, qbulk, qsource } = smoothCharge(q, vd, vbseff, vgsEff, chargeOverdrive(q, vgst, n), abulk0);
      gate = qgate;
      bulk = qbulk;
      source = qsource;
    } else {
      const { qgate, qbulk, qsource } = thicknessCharge(q, vd, vbseff, vgsEff, chargeOverdrive(q, vgst, n), abulk0);
      gate = qgate;
      bulk = qbulk;
      source = qsource;
    }
  }
  let drain = -(gate + bulk + source);
  if (vds < 0) {
    const swapped = drain;
    drain = source;
    source = swapped;
  }
  const overlapD = overlapCharge(q, vgd, q.cgdo, q.cgdl, q.ckappad) * q.nf;
  const overlapS = overlapCharge(q, vgs, q.cgso, q.cgsl, q.ckappas) * q.nf;
  const overlapB = q.cgbo * (vgs - vbs);
  const junctionS = junctionCharge(
    v.sb - v.si, q.czS, q.czswS, q.czswgS, q.pbS, q.pbswS, q.pbswgS, q.mjS, q.mjswS, q.mjswgS);
  const junctionD = junctionCharge(
    v.db - v.di, q.czD, q.czswD, q.czswgD, q.pbD, q.pbswD, q.pbswgD, q.mjD, q.mjswD, q.mjswgD);
  return {
    d: 0,
    g: 0,
    s: 0,
    b: 0,
    di: q.m * (drain - overlapD - junctionD),
    gi: q.m * (gate + overlapD + overlapS + overlapB),
    si: q.m * (source - overlapS - junctionS),
    bi: q.m * (bulk - overlapB),
    db: q.m * junctionD,
    sb: q.m * junctionS,
  };
}
