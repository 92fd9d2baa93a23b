import { PI } from './constants.ts';
import type { Card, Geometry } from './card.ts';

/** Numbers of inner and outer source and drain diffusions of a finger transistor (manual 12.2). */
export interface Diffusions {
  innerS: number;
  outerS: number;
  innerD: number;
  outerD: number;
}

/** `min` 1 gives the drain the outer diffusions of an even number of fingers. */
export function diffusions(nf: number, min: number): Diffusions {
  let innerS: number;
  let outerS: number;
  let innerD: number;
  let outerD: number;
  const even = 2 * Math.max(nf / 2 - 1, 0);
  // odd numbers of fingers have a negative cosine
  if (Math.cos(PI * nf) < 0) {
    outerS = 1;
    outerD = 1;
    innerS = 2 * Math.max((nf - 1) / 2, 0);
    innerD = innerS;
  } else if (min === 1) {
    outerD = 2;
    innerD = even;
    outerS = 0;
    innerS = nf;
  } else {
    outerD = 0;
    innerD = nf;
    outerS = 2;
    innerS = even;
  }
  return { innerS, outerS, innerD, outerD };
}

/** Kind of the outer diffusions by geoMod: 0 isolated, 1 shared, 2 merged (manual 12.2). */
function outerKindS(geomod: number): number {
  let y = 0;
  if (geomod === 2 || geomod === 3 || geomod === 5) y = 1;
  else if (geomod === 6 || geomod === 7 || geomod === 8) y = 2;
  return y;
}

function outerKindD(geomod: number): number {
  let y = 0;
  if (geomod === 1 || geomod === 3 || geomod === 7) y = 1;
  else if (geomod === 4 || geomod === 5 || geomod === 8) y = 2;
  return y;
}

function pick(kind: number, isolated: number, shared: number, merged: number): number {
  let y = isolated;
  if (kind === 1) y = shared;
  else if (kind === 2) y = merged;
  return y;
}

/** Junction areas, m^2, and perimeters, m, of source and drain. */
export interface JunctionSizes {
  areaS: number;
  perimeterS: number;
  areaD: number;
  perimeterD: number;
}

/** Perimeter as given on the instance: permod 0 leaves out the gate edge. */
function givenPerimeter(p: Card, perimeter: number, gateEdge: number): number {
  let y = p.permod === 0 ? perimeter : perimeter - gateEdge;
  if (p.generation > 5 && (perimeter <= 0 || y < 0)) y = 0;
  return y;
}

/** Areas and perimeters: given on the instance, or of the layout that geoMod names (manual 12.2). */
export function junctionSizes(p: Card, g: Geometry, geomod: number, weffCJ: number): JunctionSizes {
  const { innerS, outerS, innerD, outerD } = diffusions(g.nf, g.min);
  const dmcg = p.dmcg - p.dmcgt;
  const dmdg = p.dmdg - p.dmcgt;
  const isolatedLength = dmcg + p.dmci;
  const kindS = outerKindS(geomod);
  const kindD = outerKindD(geomod);
  const isolatedPerimeter = 2 * isolatedLength + weffCJ;
  let areaS = (outerS * pick(kindS, isolatedLength, dmcg, dmdg) + innerS * dmcg) * weffCJ;
  let areaD = (outerD * pick(kindD, isolatedLength, dmcg, dmdg) + innerD * dmcg) * weffCJ;
  let perimeterS = outerS * pick(kindS, isolatedPerimeter, 2 * dmcg, 2 * dmdg) + innerS * 2 * dmcg;
  let perimeterD = outerD * pick(kindD, isolatedPerimeter, 2 * dmcg, 2 * dmdg) + innerD * 2 * dmcg;
  if (geomod === 9) {
    areaS = (isolatedLength + (g.nf - 1) * dmcg) * weffCJ;
    perimeterS = isolatedPerimeter + (g.nf - 1) * 2 * dmcg;
    areaD = g.nf * dmcg * weffCJ;
    perimeterD = g.nf * 2 * dmcg;
  } else if (geomod === 10) {
    areaS = g.nf * dmcg * weffCJ;
    perimeterS = g.nf * 2 * dmcg;
    areaD = (isolatedLength + (g.nf - 1) * dmcg) * weffCJ;
    perimeterD = isolatedPerimeter + (g.nf - 1) * 2 * dmcg;
  }
  const edge = weffCJ * g.nf;
  return {
    areaS: g.asGiven > 0 ? g.as : areaS,
    perimeterS: g.psGiven > 0 ? givenPerimeter(p, g.ps, edge) : perimeterS,
    areaD: g.adGiven > 0 ? g.ad : areaD,
    perimeterD: g.pdGiven > 0 ? givenPerimeter(p, g.pd, edge) : perimeterD,
  };
}

/** Parallel connection; 0 is a part that is not there. */
function parallel(a: number, b: number): number {
  let y: number;
  if (a <= 0) y = b;
  else if (b <= 0) y = a;
  else y = (a * b) / (a + b);
  return y;
}

/** Diffusion resistance of the drain (side 0) or source (side 1), ohm, rgeoMod 1: all contacts wide (manual 12.2). */
export function diffusionResistance(
  p: Card, geomod: number, nf: number, inner: number, outer: number, kind: number, weffCJ: number, side: number,
): number {
  const dmcg = p.dmcg - p.dmcgt;
  const dmdg = p.dmdg - p.dmcgt;
  const sheet = p.rsh / weffCJ;
  let rInner = inner === 0 ? 0 : (sheet * dmcg) / inner;
  let rOuter = outer === 0 ? 0 : (sheet * dmcg) / outer;
  if (kind === 2) {
    rOuter = sheet * dmdg;
    if ((geomod === 5 || geomod === 7) && outer > 0) rOuter = (sheet * dmdg) / outer;
  }
  const outerSide = geomod === 9 ? 1 : 0;
  if (geomod > 8) {
    if (side === outerSide) {
      rOuter = 0.5 * sheet * dmcg;
      rInner = nf === 2 ? 0 : (sheet * dmcg) / (nf - 2);
    } else {
      rOuter = 0;
      rInner = (sheet * dmcg) / nf;
    }
  }
  return parallel(rInner, rOuter);
}

/** Series resistance and whether ngspice makes an internal node for it. */
export interface SeriesConductance {
  conductance: number;
  node: number;
}

/** Conductance of the drain (side 0) or source (side 1) diffusion, S, by squares or layout (manual 12.2). */
export function seriesConductance(p: Card, g: Geometry, geomod: number, rgeomod: number, weffCJ: number, side: number): SeriesConductance {
  const { innerS, outerS, innerD, outerD } = diffusions(g.nf, g.min);
  let resistance = 0;
  if (side === 1 && g.nrsGiven > 0) {
    resistance = p.rsh * g.nrs;
  } else if (side === 0 && g.nrdGiven > 0) {
    resistance = p.rsh * g.nrd;
  } else if (rgeomod > 0) {
    resistance = side === 1
      ? diffusionResistance(p, geomod, g.nf, innerS, outerS, outerKindS(geomod), weffCJ, side)
      : diffusionResistance(p, geomod, g.nf, innerD, outerD, outerKindD(geomod), weffCJ, side);
  }
  const node = p.rdsmod === 1 || (p.rsh > 0 && resistance > 0) ? 1 : 0;
  let conductance = 0;
  if (node > 0) conductance = resistance > 0 ? 1 / resistance : 1e3;
  return { conductance, node };
}

/** Conductances of the body network, S (manual 9.3); 0 with rbodyMod 0. */
export interface BodyNetwork {
  grbpb: number;
  grbpd: number;
  grbps: number;
  grbdb: number;
  grbsb: number;
}

function bodyConductance(r: number, gbmin: number): number {
  return r < 1e-3 ? 1e3 : gbmin + 1 / r;
}

/** Resistance that scales with size, rbodyMod 2. */
function scaled(r0: number, l: number, w: number, nf: number, lnl: number, lnw: number, lnnf: number): number {
  return r0 * Math.exp(l * lnl + w * lnw + nf * lnnf);
}

export function bodyNetwork(p: Card, rbodymod: number, leff: number, weff: number, nf: number): BodyNetwork {
  let grbpb = 0;
  let grbpd = 0;
  let grbps = 0;
  let grbdb = 0;
  let grbsb = 0;
  if (rbodymod === 1) {
    grbpb = bodyConductance(p.rbpb, p.gbmin);
    grbpd = bodyConductance(p.rbpd, p.gbmin);
    grbps = bodyConductance(p.rbps, p.gbmin);
    grbdb = bodyConductance(p.rbdb, p.gbmin);
    grbsb = bodyConductance(p.rbsb, p.gbmin);
  } else if (rbodymod === 2) {
    const lnl = Math.log(leff * 1e6);
    const lnw = Math.log(weff * 1e6);
    const lnnf = Math.log(nf);
    // the network shrinks to one resistance where rbps0/rbpd0 are not given, to three where rbsb and rbdb are not
    const three = p.rbps0Given > 0 && p.rbpd0Given > 0;
    const five = three && (p.rbsbx0Given > 0 || p.rbsby0Given > 0) && (p.rbdbx0Given > 0 || p.rbdby0Given > 0);
    const pbx = scaled(p.rbpbx0, p.rbpbxl, p.rbpbxw, p.rbpbxnf, lnl, lnw, lnnf);
    const pby = scaled(p.rbpby0, p.rbpbyl, p.rbpbyw, p.rbpbynf, lnl, lnw, lnnf);
    grbpb = bodyConductance((pbx * pby) / (pbx + pby), p.gbmin);
    grbpd = 1e3;
    grbps = 1e3;
    grbdb = p.gbmin;
    grbsb = p.gbmin;
    if (three) {
      grbps = bodyConductance(scaled(p.rbps0, p.rbpsl, p.rbpsw, p.rbpsnf, lnl, lnw, lnnf), p.gbmin);
      grbpd = bodyConductance(scaled(p.rbpd0, p.rbpdl, p.rbpdw, p.rbpdnf, lnl, lnw, lnnf), p.gbmin);
    }
    if (five) {
      const sbx = scaled(p.rbsbx0, p.rbsdbxl, p.rbsdbxw, p.rbsdbxnf, lnl, lnw, lnnf);
      const sby = scaled(p.rbsby0, p.rbsdbyl, p.rbsdbyw, p.rbsdbynf, lnl, lnw, lnnf);
      const dbx = scaled(p.rbdbx0, p.rbsdbxl, p.rbsdbxw, p.rbsdbxnf, lnl, lnw, lnnf);
      const dby = scaled(p.rbdby0, p.rbsdbyl, p.rbsdbyw, p.rbsdbynf, lnl, lnw, lnnf);
      grbsb = bodyConductance((sbx * sby) / (sbx + sby), p.gbmin);
      grbdb = bodyConductance((dbx * dby) / (dbx + dby), p.gbmin);
    }
  }
  return { grbpb, grbpd, grbps, grbdb, grbsb };
}
