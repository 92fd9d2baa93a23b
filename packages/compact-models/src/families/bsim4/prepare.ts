import { EPS0, EPSSI, PI, binned, definedAboveZero, positiveSlope, rollOff } from './constants.ts';
import { basics, transport } from './temperature.ts';
import { bodyNetwork, junctionSizes, seriesConductance } from './layout.ts';
import { capacitanceAt, junctionSide, potentialAt, trapSaturation } from './diode.ts';
import { doping, thresholdTerms, transitionShape } from './doping.ts';
import { polyFactor } from './threshold.ts';
import { sizes } from './sizes.ts';
import { stressOffsets } from './stress.ts';
import type { Ambient, Card, Geometry } from './card.ts';
import type { Prepared } from './prepared.ts';

/** Overdrive at threshold without bias, V: reference of the Coulomb term with mobMod 3 (manual 5.2). */
function thresholdOverdrive(
  vtm: number, coxe: number, cdep0: number, xdep0: number, scale: number, dvt1Leff: number, nfactor: number, cdsc: number, cit: number,
  voffcbn: number, mstar: number,
): number {
  const n = positiveSlope((nfactor * EPSSI / xdep0 + cdsc * rollOff(dvt1Leff / scale) + cit) / coxe);
  const e = Math.exp(Math.max(-34, Math.min(34, voffcbn / (n * vtm))));
  return (n * vtm * Math.log(2)) / (mstar + (e * coxe * n) / cdep0);
}

/** All that does not depend on bias. `t.temperature` in K. */
export function prepare(p: Card, g: Geometry, t: Ambient): Prepared {
  const { toxe, toxp, toxm, coxe, coxp, factor1, vtm, vtm0, eg0, ni, rise, delta } = basics(p, t.temperature);
  const tnom = p.tnom + 273.15;
  const { lnew, wnew, leff, weff, leffCV, weffCV, weffCJ, invL, invW, invLW } = sizes(p, g);
  const { ua, ub, uc, ud, ucs, eu, u0temp, vsattemp: vsatPlain, rds0, rdswmin, rd0, rdwmin, rs0, rswmin } =
    transport(p, g.mulu0, g.nf, leff, weffCJ, invL, invW, invLW, rise, delta);
  const { phi, sqrtPhi, xdep0, litl, vbi, vfbsd, cdep0, ldeb, k1, k2: k2Plain, vbm, vfb: vfbPlain, vth0: vth0Plain, xj, ndep, ngate } =
    doping(p, coxe, toxe, vtm0, ni, invL, invW, invLW);
  const { vth0: vth0Stress, k2: k2Stress, eta0: eta0Stress, vsat: vsatStress } =
    stressOffsets(p, g, lnew, wnew, rise, invL, invW, invLW);
  const vth0 = vth0Plain + vth0Stress + g.delvto;
  const vfb = vfbPlain + p.type * g.delvto;
  const k2 = k2Plain + k2Stress;
  const vsattemp = definedAboveZero(vsatPlain * vsatStress);
  const k1ox = (k1 * toxe) / toxm;
  const k2ox = (k2 * toxe) / toxm;
  const { theta0vb0, thetaRout, dvt1Leff, dvt1wArea, dvt2, dvt2w, dvt0V0, dvt0wV0, lpeVb, vfbzbFactor, shift, body, narrowBody } =
    thresholdTerms(p, factor1, toxe, k1ox, k1, phi, sqrtPhi, xdep0, vbi, leff, weff, rise, invL, invW, invLW);
  let vbsc = -30;
  if (k2 < 0) vbsc = Math.max(-30, Math.min(-3, 0.9 * (phi - (0.25 * k1 * k1) / (k2 * k2))));
  if (vbsc > vbm) vbsc = vbm;
  const overPhi = p.type * vth0 - vfb - phi;

  // weak inversion
  const minv = binned(p.minv, p.lminv, p.wminv, p.pminv, invL, invW, invLW);
  const mstar = transitionShape(minv);
  const mstarcv = transitionShape(binned(p.minvcv, p.lminvcv, p.wminvcv, p.pminvcv, invL, invW, invLW));
  const tvoff = binned(p.tvoff, p.ltvoff, p.wtvoff, p.ptvoff, invL, invW, invLW);
  const voff = binned(p.voff, p.lvoff, p.wvoff, p.pvoff, invL, invW, invLW) * (1 + tvoff * delta);
  const voffcbn = voff + p.voffl / leff;
  const tnfactor = binned(p.tnfactor, p.ltnfactor, p.wtnfactor, p.ptnfactor, invL, invW, invLW);
  const nfactor = binned(p.nfactor, p.lnfactor, p.wnfactor, p.pnfactor, invL, invW, invLW) + tnfactor * rise;
  const cdsc = binned(p.cdsc, p.lcdsc, p.wcdsc, p.pcdsc, invL, invW, invLW);
  const cit = binned(p.cit, p.lcit, p.wcit, p.pcit, invL, invW, invLW);
  const teta0 = binned(p.teta0, p.lteta0, p.wteta0, p.pteta0, invL, invW, invLW);
  const eta0 = binned(p.eta0, p.leta0, p.weta0, p.peta0, invL, invW, invLW) + teta0 * rise + eta0Stress;
  const dvtp0 = binned(p.dvtp0, p.ldvtp0, p.wdvtp0, p.pdvtp0, invL, invW, invLW);
  const dvtp2 = binned(p.dvtp2, p.ldvtp2, p.wdvtp2, p.pdvtp2, invL, invW, invLW);
  const dvtp3 = binned(p.dvtp3, p.ldvtp3, p.wdvtp3, p.pdvtp3, invL, invW, invLW);
  const dvtp4 = binned(p.dvtp4, p.ldvtp4, p.wdvtp4, p.pdvtp4, invL, invW, invLW);
  const dvtp5 = binned(p.dvtp5, p.ldvtp5, p.wdvtp5, p.pdvtp5, invL, invW, invLW);
  const dvtp2factor = dvtp5 + dvtp2 * Math.exp(Math.max(-34, -dvtp3 * Math.log(leff)));
  let ditsNew = 0;
  if (p.generation > 6 && dvtp4 !== 0 && dvtp2factor !== 0) ditsNew = 1;

  // saturation
  const fprout = binned(p.fprout, p.lfprout, p.wfprout, p.pfprout, invL, invW, invLW);
  const pclm = binned(p.pclm, p.lpclm, p.wpclm, p.ppclm, invL, invW, invLW);
  const pscbe1 = binned(p.pscbe1, p.lpscbe1, p.wpscbe1, p.ppscbe1, invL, invW, invLW);
  const pscbe2 = binned(p.pscbe2, p.lpscbe2, p.wpscbe2, p.ppscbe2, invL, invW, invLW);
  const scbe = p.generation > 5 && pscbe1 < 0 ? 0 : pscbe2 / leff;
  const alpha0 = binned(p.alpha0, p.lalpha0, p.walpha0, p.palpha0, invL, invW, invLW);
  const alpha1 = binned(p.alpha1, p.lalpha1, p.walpha1, p.palpha1, invL, invW, invLW);
  const vtl = binned(p.vtl, p.lvtl, p.wvtl, p.pvtl, invL, invW, invLW);
  const xn = binned(p.xn, p.lxn, p.wxn, p.pxn, invL, invW, invLW);
  const backscatter = leff / (xn * leff + Math.max(0, p.lc));
  const vtlLimit = p.vtlGiven > 0 && p.vtl > 0 ? (vtl * (1 - backscatter)) / (1 + backscatter) : 0;

  // gate tunneling
  const ntox = binned(p.ntox, p.lntox, p.wntox, p.pntox, invL, invW, invLW);
  const poxedge = binned(p.poxedge, p.lpoxedge, p.wpoxedge, p.ppoxedge, invL, invW, invLW);
  const toxRatio = Math.exp(ntox * Math.log(p.toxref / toxe)) / toxe / toxe;
  const toxEdge = toxe * poxedge;
  const edgeRatio = Math.exp(ntox * Math.log(p.toxref / toxEdge)) / toxEdge / toxEdge;
  const aTunnel = p.type > 0 ? 4.97232e-7 : 3.42537e-7;
  const bTunnel = p.type > 0 ? 7.45669e11 : 1.16645e12;
  let dlcig = p.dlcig;
  let dlcigd = p.dlcigd;
  // versions 4.81 and 4.82
  if (p.generation > 8) {
    dlcig = Math.max(0, dlcig);
    dlcigd = Math.max(0, dlcigd);
  }
  const aigsd = binned(p.aigsd, p.laigsd, p.waigsd, p.paigsd, invL, invW, invLW);
  const bigsd = binned(p.bigsd, p.lbigsd, p.wbigsd, p.pbigsd, invL, invW, invLW);
  const cigsd = binned(p.cigsd, p.lcigsd, p.wcigsd, p.pcigsd, invL, invW, invLW);
  const ownA = p.generation > 5 && p.aigsdGiven === 0 && (p.aigsGiven > 0 || p.aigdGiven > 0);
  const ownB = p.generation > 5 && p.bigsdGiven === 0 && (p.bigsGiven > 0 || p.bigdGiven > 0);
  const ownC = p.generation > 5 && p.cigsdGiven === 0 && (p.cigsGiven > 0 || p.cigdGiven > 0);
  const vfbsdoff = binned(p.vfbsdoff, p.lvfbsdoff, p.wvfbsdoff, p.pvfbsdoff, invL, invW, invLW);
  const tvfbsdoff = binned(p.tvfbsdoff, p.ltvfbsdoff, p.wtvfbsdoff, p.ptvfbsdoff, invL, invW, invLW);
  const aAcc = 4.97232e-7 * weff * leff * toxRatio;
  const bAcc = -7.45669e11 * toxe;

  // gate-induced leakage; one set for both ends before version 4.6
  const agidl = binned(p.agidl, p.lagidl, p.wagidl, p.pagidl, invL, invW, invLW);
  const bgidl = binned(p.bgidl, p.lbgidl, p.wbgidl, p.pbgidl, invL, invW, invLW);
  const cgidl = binned(p.cgidl, p.lcgidl, p.wcgidl, p.pcgidl, invL, invW, invLW);
  const egidl = binned(p.egidl, p.legidl, p.wegidl, p.pegidl, invL, invW, invLW);
  const rgidl = binned(p.rgidl, p.lrgidl, p.wrgidl, p.prgidl, invL, invW, invLW);
  const kgidl = binned(p.kgidl, p.lkgidl, p.wkgidl, p.pkgidl, invL, invW, invLW);
  const fgidl = binned(p.fgidl, p.lfgidl, p.wfgidl, p.pfgidl, invL, invW, invLW);
  const agisl = binned(p.agisl, p.lagisl, p.wagisl, p.pagisl, invL, invW, invLW);
  const bgisl = binned(p.bgisl, p.lbgisl, p.wbgisl, p.pbgisl, invL, invW, invLW);
  const cgisl = binned(p.cgisl, p.lcgisl, p.wcgisl, p.pcgisl, invL, invW, invLW);
  const egisl = binned(p.egisl, p.legisl, p.wegisl, p.pegisl, invL, invW, invLW);
  const rgisl = binned(p.rgisl, p.lrgisl, p.wrgisl, p.prgisl, invL, invW, invLW);
  const kgisl = binned(p.kgisl, p.lkgisl, p.wkgisl, p.pkgisl, invL, invW, invLW);
  const fgisl = binned(p.fgisl, p.lfgisl, p.wfgisl, p.pfgisl, invL, invW, invLW);

  // layout: instance values win over the card's
  const geomod = g.geomodGiven > 0 ? g.geomod : p.geomod;
  const rgeomod = g.rgeomodGiven > 0 ? g.rgeomod : p.rgeomod;
  const rbodymod = g.rbodymodGiven > 0 ? g.rbodymod : p.rbodymod;
  const rgatemod = g.rgatemodGiven > 0 ? g.rgatemod : p.rgatemod;
  const { areaS, perimeterS, areaD, perimeterD } = junctionSizes(p, g, geomod, weffCJ);
  const { conductance: sourceConductance, node: sourceNode } = seriesConductance(p, g, geomod, rgeomod, weffCJ, 1);
  const { conductance: drainConductance, node: drainNode } = seriesConductance(p, g, geomod, rgeomod, weffCJ, 0);
  const { grbpb, grbpd, grbps, grbdb, grbsb } = bodyNetwork(p, rbodymod, leff, weff, g.nf);
  const electrode = (p.rshg * (p.xgw + weffCJ / 3 / p.ngcon)) / (p.ngcon * g.nf * (lnew - p.xgl));
  let gateConductance = 0;
  if (rgatemod === 1) gateConductance = electrode > 0 ? 1 / electrode : 1e3;
  const edge = weffCJ * g.nf;

  // junctions
  const { isat: isatS, nvt: nvtS, bv: bvS, xjbv: xjbvS, xExp: xExpS, vFwd: vFwdS, iFwd: iFwdS, slopeFwd: slopeFwdS, vRev: vRevS,
    iRev: iRevS, slopeRev: slopeRevS } =
    junctionSide(p.generation, p.diomod, t.temperature, eg0, vtm0, tnom, areaS, perimeterS, edge, p.jss, p.jsws, p.jswgs, p.njs, p.xtis,
      p.bvs, p.xjbvs, p.ijthsfwd, p.ijthsrev);
  const { isat: isatD, nvt: nvtD, bv: bvD, xjbv: xjbvD, xExp: xExpD, vFwd: vFwdD, iFwd: iFwdD, slopeFwd: slopeFwdD, vRev: vRevD,
    iRev: iRevD, slopeRev: slopeRevD } =
    junctionSide(p.generation, p.diomod, t.temperature, eg0, vtm0, tnom, areaD, perimeterD, edge, p.jsd, p.jswd, p.jswgd, p.njd,
      p.xtid, p.bvd, p.xjbvd, p.ijthdfwd, p.ijthdrev);
  // since version 4.6
  const trapEdge = p.generation < 6 ? edge : edge * (Math.sqrt(p.jtweff / weffCJ) + 1);

  // capacitances
  const moin = binned(p.moin, p.lmoin, p.wmoin, p.pmoin, invL, invW, invLW);
  const acde = binned(p.acde, p.lacde, p.wacde, p.pacde, invL, invW, invLW);
  const tvoffcv = binned(p.tvoffcv, p.ltvoffcv, p.wtvoffcv, p.ptvoffcv, invL, invW, invLW);
  const voffcv = binned(p.voffcv, p.lvoffcv, p.wvoffcv, p.pvoffcv, invL, invW, invLW) * (1 + tvoffcv * delta);
  const clc = binned(p.clc, p.lclc, p.wclc, p.pclc, invL, invW, invLW);
  const cle = binned(p.cle, p.lcle, p.wcle, p.pcle, invL, invW, invLW);
  const fringe = p.cfGiven > 0 ? p.cf : ((2 * p.epsrox * EPS0) / PI) * Math.log(1 + 0.4e-6 / (p.generation < 8 ? p.toxe : toxe));
  const cf = binned(fringe, p.lcf, p.wcf, p.pcf, invL, invW, invLW);
  const cgdl = binned(p.cgdl, p.lcgdl, p.wcgdl, p.pcgdl, invL, invW, invLW);
  const cgsl = binned(p.cgsl, p.lcgsl, p.wcgsl, p.pcgsl, invL, invW, invLW);
  const dlcLong = p.dlcGiven > 0 && p.dlc > 0;
  const cgdo = p.cgdoGiven > 0 ? Math.max(0, p.cgdo) : dlcLong ? p.dlc * coxe - p.cgdl : 0.6 * p.xj * coxe;
  const cgso = p.cgsoGiven > 0 ? Math.max(0, p.cgso) : dlcLong ? p.dlc * coxe - p.cgsl : 0.6 * p.xj * coxe;
  const cgbo = p.cgboGiven > 0 ? Math.max(0, p.cgbo) : 2 * p.dwc * coxe;
  const ckappas = binned(p.ckappas, p.lckappas, p.wckappas, p.pckappas, invL, invW, invLW);
  const ckappad = binned(p.ckappad, p.lckappad, p.wckappad, p.pckappad, invL, invW, invLW);
  const coxWL = coxe * weffCV * leffCV * g.nf;
  const vth0Type = p.type * vth0;
  return {
    generation: p.generation, m: g.m, nf: g.nf, gmin: t.gmin, vtm, leff, weff, weffCJ, toxe, toxp, coxe, coxp, factor1,
    phi, sqrtPhi, xdepFactor: xdep0 / sqrtPhi, vbsc, litl, vfbsd,
    phiPoly: vfb + phi, polyFactor: polyFactor(ngate, coxe),
    vthBase: vth0Type + shift, vthBody: body - k2ox, k1ox, k1oxLpe: k1ox * lpeVb, typeVth0: vth0Type,
    dvt1Leff, dvt1wArea, dvt2, dvt2w, dvt0V0, dvt0wV0, eta0, theta0vb0,
    etab: binned(p.etab, p.letab, p.wetab, p.petab, invL, invW, invLW),
    nfactor, cdsc, cit,
    cdscb: binned(p.cdscb, p.lcdscb, p.wcdscb, p.pcdscb, invL, invW, invLW),
    cdscd: binned(p.cdscd, p.lcdscd, p.wcdscd, p.pcdscd, invL, invW, invLW),
    dits: p.dvtp0Given, dvtp0, dvtp1: binned(p.dvtp1, p.ldvtp1, p.wdvtp1, p.pdvtp1, invL, invW, invLW),
    vtDits: p.tempmod < 2 ? vtm : vtm0, ditsNew, dvtp4, dvtp2factor,
    mstar, voffcbn, coxOverCdep: coxe / cdep0,
    dwg: binned(p.dwg, p.ldwg, p.wdwg, p.pdwg, invL, invW, invLW), dwb: binned(p.dwb, p.ldwb, p.wdwb, p.pdwb, invL, invW, invLW),
    rdsmod: p.rdsmod, prwg: binned(p.prwg, p.lprwg, p.wprwg, p.pprwg, invL, invW, invLW),
    prwb: binned(p.prwb, p.lprwb, p.wprwb, p.pprwb, invL, invW, invLW),
    halfRds0: 0.5 * rds0, rdswmin, halfRs0: 0.5 * rs0, rswmin, halfRd0: 0.5 * rd0, rdwmin,
    a0: binned(p.a0, p.la0, p.wa0, p.pa0, invL, invW, invLW), ags: binned(p.ags, p.lags, p.wags, p.pags, invL, invW, invLW),
    bulkBody: k2ox - narrowBody, sqrtXj: Math.sqrt(xj),
    b0OverWidth: binned(p.b0, p.lb0, p.wb0, p.pb0, invL, invW, invLW) / (weff + binned(p.b1, p.lb1, p.wb1, p.pb1, invL, invW, invLW)),
    keta: binned(p.keta, p.lketa, p.wketa, p.pketa, invL, invW, invLW),
    mobmod: p.mobmod, ua, ub, uc, ud, ucs, eu, u0temp: definedAboveZero(u0temp), vtfbphi1: Math.max(0, (p.type > 0 ? 2 : 2.5) * overPhi),
    vgsteffVth: thresholdOverdrive(vtm, coxe, cdep0, xdep0, factor1 * Math.sqrt(xdep0), dvt1Leff, nfactor, cdsc, cit, voffcbn, mstar),
    vsattemp, a1: binned(p.a1, p.la1, p.wa1, p.pa1, invL, invW, invLW), a2: binned(p.a2, p.la2, p.wa2, p.pa2, invL, invW, invLW),
    delta: binned(p.delta, p.ldelta, p.wdelta, p.pdelta, invL, invW, invLW),
    overshoot: p.lambdaGiven, lambda: binned(p.lambda, p.llambda, p.wlambda, p.plambda, invL, invW, invLW),
    vtfbphi2: Math.max(0, 4 * overPhi), halfOverTox: 1 / (2e8 * toxp), tcenScale: p.ados * 1.9e-9, tcenExponent: p.bdos * 0.7,
    fproutLength: fprout * Math.sqrt(leff), pvag: binned(p.pvag, p.lpvag, p.wpvag, p.ppvag, invL, invW, invLW),
    pclm, pclmLitl: pclm * litl, thetaRout, pdiblcb: binned(p.pdiblcb, p.lpdiblcb, p.wpdiblcb, p.ppdiblcb, invL, invW, invLW),
    pdits: binned(p.pdits, p.lpdits, p.wpdits, p.ppdits, invL, invW, invLW), pditslTerm: 1 + p.pditsl * leff,
    pditsd: binned(p.pditsd, p.lpditsd, p.wpditsd, p.ppditsd, invL, invW, invLW),
    pscbe1Litl: pscbe1 * litl, pscbe2OverLeff: scbe, vtlLimit,
    ionization: alpha0 / leff + alpha1, beta0: binned(p.beta0, p.lbeta0, p.wbeta0, p.pbeta0, invL, invW, invLW),
    gidl: agidl >= 0 || agisl >= 0 ? 1 : 0, gidlmod: p.gidlmod, threeTox: 3 * toxe, agidl, bgidl, cgidl, egidl, rgidl, kgidl, fgidl,
    agisl, bgisl, cgisl, egisl, rgisl, kgisl, fgisl, gidlclamp: p.generation < 8 ? 1e300 : p.gidlclamp,
    igcmod: p.igcmod, igbmod: p.igbmod, vtGate: p.tempmod < 2 ? vtm : vtm0, vfbzb: vfbzbFactor + vth0Type,
    aechvb: aTunnel * weff * leff * toxRatio, bechvb: -bTunnel * toxe,
    aigc: binned(p.aigc, p.laigc, p.waigc, p.paigc, invL, invW, invLW), bigc: binned(p.bigc, p.lbigc, p.wbigc, p.pbigc, invL, invW, invLW),
    cigc: binned(p.cigc, p.lcigc, p.wcigc, p.pcigc, invL, invW, invLW), nigc: binned(p.nigc, p.lnigc, p.wnigc, p.pnigc, invL, invW, invLW),
    pigcdGiven: p.pigcdGiven, pigcd: binned(p.pigcd, p.lpigcd, p.wpigcd, p.ppigcd, invL, invW, invLW),
    pigcdDefault: p.generation < 7 ? -bTunnel * toxe * toxe : bTunnel * toxe,
    aEdgeS: aTunnel * weff * dlcig * edgeRatio, aEdgeD: aTunnel * weff * (p.generation < 6 ? dlcig : dlcigd) * edgeRatio,
    bEdge: -bTunnel * toxEdge, vfbEdge: vfbsd + vfbsdoff * (1 + tvfbsdoff * delta),
    aigs: ownA ? binned(p.aigs, p.laigs, p.waigs, p.paigs, invL, invW, invLW) : aigsd,
    bigs: ownB ? binned(p.bigs, p.lbigs, p.wbigs, p.pbigs, invL, invW, invLW) : bigsd,
    cigs: ownC ? binned(p.cigs, p.lcigs, p.wcigs, p.pcigs, invL, invW, invLW) : cigsd,
    aigd: ownA ? binned(p.aigd, p.laigd, p.waigd, p.paigd, invL, invW, invLW) : aigsd,
    bigd: ownB ? binned(p.bigd, p.lbigd, p.wbigd, p.pbigd, invL, invW, invLW) : bigsd,
    cigd: ownC ? binned(p.cigd, p.lcigd, p.wcigd, p.pcigd, invL, invW, invLW) : cigsd,
    aAcc, bAcc, aInv: aAcc * 0.7561, bInv: bAcc * 1.31724,
    aigbacc: binned(p.aigbacc, p.laigbacc, p.waigbacc, p.paigbacc, invL, invW, invLW),
    bigbacc: binned(p.bigbacc, p.lbigbacc, p.wbigbacc, p.pbigbacc, invL, invW, invLW),
    cigbacc: binned(p.cigbacc, p.lcigbacc, p.wcigbacc, p.pcigbacc, invL, invW, invLW),
    nigbacc: binned(p.nigbacc, p.lnigbacc, p.wnigbacc, p.pnigbacc, invL, invW, invLW),
    aigbinv: binned(p.aigbinv, p.laigbinv, p.waigbinv, p.paigbinv, invL, invW, invLW),
    bigbinv: binned(p.bigbinv, p.lbigbinv, p.wbigbinv, p.pbigbinv, invL, invW, invLW),
    cigbinv: binned(p.cigbinv, p.lcigbinv, p.wcigbinv, p.pcigbinv, invL, invW, invLW),
    nigbinv: binned(p.nigbinv, p.lnigbinv, p.wnigbinv, p.pnigbinv, invL, invW, invLW),
    eigbinv: binned(p.eigbinv, p.leigbinv, p.weigbinv, p.peigbinv, invL, invW, invLW),
    sourceConductance, sourceNode, drainConductance, drainNode, gateConductance, gateNode: rgatemod === 1 ? 1 : 0,
    bodyNode: rbodymod === 0 ? 0 : 1, grbpb, grbpd, grbps, grbdb, grbsb,
    diomod: p.diomod, isatS, nvtS, bvS, xjbvS, xExpS, vFwdS, iFwdS, slopeFwdS, vRevS, iRevS, slopeRevS,
    isatD, nvtD, bvD, xjbvD, xExpD, vFwdD, iFwdD, slopeFwdD, vRevD, iRevD, slopeRevD,
    traps: p.jtss !== 0 || p.jtssws !== 0 || p.jtsswgs !== 0 || p.jtsd !== 0 || p.jtsswd !== 0 || p.jtsswgd !== 0 ? 1 : 0,
    jtsS: trapSaturation(p.jtss, areaS, p.xtss, eg0, vtm, rise), jtsswS: trapSaturation(p.jtssws, perimeterS, p.xtssws, eg0, vtm, rise),
    jtsswgS: trapSaturation(p.jtsswgs, trapEdge, p.xtsswgs, eg0, vtm, rise),
    jtsD: trapSaturation(p.jtsd, areaD, p.xtsd, eg0, vtm, rise),
    jtsswD: trapSaturation(p.jtsswd, perimeterD, p.xtsswd, eg0, vtm, rise),
    jtsswgD: trapSaturation(p.jtsswgd, trapEdge, p.xtsswgd, eg0, vtm, rise),
    nvtTrapS: vtm0 * p.njts * (1 + p.tnjts * rise), nvtTrapSwS: vtm0 * p.njtssw * (1 + p.tnjtssw * rise),
    nvtTrapSwgS: vtm0 * p.njtsswg * (1 + p.tnjtsswg * rise), nvtTrapD: vtm0 * p.njtsd * (1 + p.tnjtsd * rise),
    nvtTrapSwD: vtm0 * p.njtsswd * (1 + p.tnjtsswd * rise), nvtTrapSwgD: vtm0 * p.njtsswgd * (1 + p.tnjtsswgd * rise),
    vtsS: p.vtss, vtsswS: p.vtssws, vtsswgS: p.vtsswgs, vtsD: p.vtsd,
    vtsswD: p.vtsswd, vtsswgD: p.vtsswgd,
    capmod: p.capmod, cvchargemod: p.cvchargemod, xpart: p.xpart, coxWL, coxWLOverCoxe: weffCV * leffCV * g.nf,
    abulkCVfactor: 1 + Math.pow(clc / leffCV, cle), vfbcv: binned(p.vfbcv, p.lvfbcv, p.wvfbcv, p.pvfbcv, invL, invW, invLW),
    noff: binned(p.noff, p.lnoff, p.wnoff, p.pnoff, invL, invW, invLW), voffcv, mstarcv, voffcbncv: voffcv + p.voffcvl / leff,
    ldeb, acde: acde * Math.exp(-0.25 * Math.log(ndep / 2e16)),
    dphiRoot: k1ox <= 0 ? 0.5 * sqrtPhi : k1ox * sqrtPhi, dphiDenominator: k1ox <= 0 ? 0.25 * moin * vtm : moin * vtm * k1ox * k1ox,
    cgdo: (cgdo + cf) * weffCV, cgso: (cgso + cf) * weffCV, cgbo: cgbo * leffCV * g.nf, cgdl: cgdl * weffCV, cgsl: cgsl * weffCV,
    ckappas, ckappad,
    czS: capacitanceAt(p.cjs, p.tcj, delta) * areaS, czswS: capacitanceAt(p.cjsws, p.tcjsw, delta) * perimeterS,
    czswgS: capacitanceAt(p.cjswgs, p.tcjswg, delta) * edge, czD: capacitanceAt(p.cjd, p.tcj, delta) * areaD,
    czswD: capacitanceAt(p.cjswd, p.tcjsw, delta) * perimeterD, czswgD: capacitanceAt(p.cjswgd, p.tcjswg, delta) * edge,
    pbS: potentialAt(p.pbs, p.tpb, delta), pbswS: potentialAt(p.pbsws, p.tpbsw, delta), pbswgS: potentialAt(p.pbswgs, p.tpbswg, delta),
    pbD: potentialAt(p.pbd, p.tpb, delta), pbswD: potentialAt(p.pbswd, p.tpbsw, delta),
    pbswgD: potentialAt(p.pbswgd, p.tpbswg, delta),
    mjS: Math.min(0.99, p.mjs), mjswS: Math.min(0.99, p.mjsws), mjswgS: Math.min(0.99, p.mjswgs),
    mjD: Math.min(0.99, p.mjd), mjswD: Math.min(0.99, p.mjswd),
    mjswgD: Math.min(0.99, p.mjswgd),
  };
}
