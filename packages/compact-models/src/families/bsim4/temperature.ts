import { siliconGap } from '../spice-junction.ts';
import { EPS0, EPSSI, K_OVER_Q, binned } from './constants.ts';
import type { Card } from './card.ts';

/** Oxide, thermal voltages and intrinsic density. */
export interface Basics {
  toxe: number;
  toxp: number;
  toxm: number;
  coxe: number;
  coxp: number;
  factor1: number;
  vtm: number;
  vtm0: number;
  /** Band gap at the card's temperature, eV. */
  eg0: number;
  /** Intrinsic density at the card's temperature, cm^-3. */
  ni: number;
  /** Temperature over the card's less 1. */
  rise: number;
  /** Temperature less the card's, K. */
  delta: number;
}

/** Oxide thicknesses (manual 1.1) and temperature (13). */
export function basics(p: Card, temperature: number): Basics {
  let toxe = p.toxe;
  let toxp = p.toxpGiven > 0 ? p.toxp : p.toxe;
  if (p.toxeGiven > 0 && p.toxpGiven === 0) toxp = p.toxe - p.dtox;
  else if (p.toxeGiven === 0 && p.toxpGiven > 0) toxe = p.toxp + p.dtox;
  const toxm = p.toxmGiven === 0 && p.generation > 6 ? toxe : p.toxm;
  const tnom = p.tnom + 273.15;
  const vtm0 = K_OVER_Q * tnom;
  const eg0 = siliconGap(tnom);
  const ratio = tnom / 300.15;
  return {
    toxe,
    toxp,
    toxm,
    coxe: (p.epsrox * EPS0) / toxe,
    coxp: (p.epsrox * EPS0) / toxp,
    factor1: Math.sqrt((EPSSI / (p.epsrox * EPS0)) * toxe),
    vtm: K_OVER_Q * temperature,
    vtm0,
    eg0,
    ni: 1.45e10 * ratio * Math.sqrt(ratio) * Math.exp(21.5565981 - eg0 / (2 * vtm0)),
    rise: temperature / tnom - 1,
    delta: temperature - tnom,
  };
}

/** Mobility, saturation velocity and series resistances at temperature (manual 13.3 to 13.5). */
export interface Transport {
  ua: number;
  ub: number;
  uc: number;
  ud: number;
  ucs: number;
  eu: number;
  u0temp: number;
  vsattemp: number;
  rds0: number;
  rdswmin: number;
  rd0: number;
  rdwmin: number;
  rs0: number;
  rswmin: number;
}

/** Temperature law of a mobility coefficient by tempMod. */
function coefficient(tempmod: number, value: number, slope: number, rise: number, delta: number): number {
  let y: number;
  if (tempmod === 0) y = value + slope * rise;
  else if (tempmod === 3) y = value * Math.exp(slope * Math.log(1 + rise));
  else y = value * (1 + slope * delta);
  return y;
}

/** Temperature law of a resistance by tempMod. */
function resistance(tempmod: number, value: number, prt: number, rise: number, delta: number): number {
  return tempmod === 0 ? value + prt * rise : value * (1 + prt * delta);
}

/** `weffCJ` gives the widths of the extensions. */
export function transport(
  p: Card, mulu0: number, nf: number, leff: number, weffCJ: number, invL: number, invW: number, invLW: number, rise: number, delta: number,
): Transport {
  const mode = p.tempmod;
  const ua = binned(p.ua, p.lua, p.wua, p.pua, invL, invW, invLW);
  const ua1 = binned(p.ua1, p.lua1, p.wua1, p.pua1, invL, invW, invLW);
  const ub = binned(p.ub, p.lub, p.wub, p.pub, invL, invW, invLW);
  const ub1 = binned(p.ub1, p.lub1, p.wub1, p.pub1, invL, invW, invLW);
  const uc = binned(p.uc, p.luc, p.wuc, p.puc, invL, invW, invLW);
  const uc1 = binned(p.uc1, p.luc1, p.wuc1, p.puc1, invL, invW, invLW);
  const ud = binned(p.ud, p.lud, p.wud, p.pud, invL, invW, invLW);
  const ud1 = binned(p.ud1, p.lud1, p.wud1, p.pud1, invL, invW, invLW);
  const ucs = binned(p.ucs, p.lucs, p.wucs, p.pucs, invL, invW, invLW);
  const ucste = binned(p.ucste, p.lucste, p.wucste, p.pucste, invL, invW, invLW);
  const eu = binned(p.eu, p.leu, p.weu, p.peu, invL, invW, invLW);
  const vsat = binned(p.vsat, p.lvsat, p.wvsat, p.pvsat, invL, invW, invLW);
  const at = binned(p.at, p.lat, p.wat, p.pat, invL, invW, invLW);
  const prt = binned(p.prt, p.lprt, p.wprt, p.pprt, invL, invW, invLW);
  const rdsw = binned(p.rdsw, p.lrdsw, p.wrdsw, p.prdsw, invL, invW, invLW);
  const rdw = binned(p.rdw, p.lrdw, p.wrdw, p.prdw, invL, invW, invLW);
  const rsw = binned(p.rsw, p.lrsw, p.wrsw, p.prsw, invL, invW, invLW);
  const wr = binned(p.wr, p.lwr, p.wwr, p.pwr, invL, invW, invLW);
  let u0 = binned(p.u0, p.lu0, p.wu0, p.pu0, invL, invW, invLW);
  const ute = binned(p.ute, p.lute, p.wute, p.pute, invL, invW, invLW);
  const up = binned(p.up, p.lup, p.wup, p.pup, invL, invW, invLW);
  const lp = binned(p.lp, p.llp, p.wlp, p.plp, invL, invW, invLW);
  // given in cm^2/Vs
  if (u0 > 1) u0 = u0 / 1e4;
  const width = Math.pow(weffCJ * 1e6, wr) * nf;
  return {
    ua: coefficient(mode, ua, ua1, rise, delta),
    ub: coefficient(mode, ub, ub1, rise, delta),
    uc: coefficient(mode, uc, uc1, rise, delta),
    ud: coefficient(mode, ud, ud1, rise, delta),
    ucs: Math.max(0, ucs * Math.exp(ucste * Math.log(1 + rise))),
    eu: Math.max(0, eu),
    // ngspice forgets stress and well proximity here; they act on the threshold and the saturation velocity only
    u0temp: u0 * (1 - up * Math.exp(-leff / lp)) * Math.exp(ute * Math.log(1 + rise)) * mulu0,
    vsattemp: mode === 0 ? vsat - at * rise : vsat * (1 - at * delta),
    rds0: (resistance(mode, rdsw, prt, rise, delta) * nf) / width,
    rdswmin: (resistance(mode, p.rdswmin, prt, rise, delta) * nf) / width,
    rd0: Math.max(0, resistance(mode, rdw, prt, rise, delta)) / width,
    rdwmin: Math.max(0, resistance(mode, p.rdwmin, prt, rise, delta)) / width,
    rs0: Math.max(0, resistance(mode, rsw, prt, rise, delta)) / width,
    rswmin: Math.max(0, resistance(mode, p.rswmin, prt, rise, delta)) / width,
  };
}
