import type { Card } from './card.ts';
import { definedAboveZero } from './limits.ts';

/** Instance parameters, SI units; `...Given` are 1 where the instance states the value. */
export interface Geometry {
  l: number; w: number; m: number; geo: number;
  ad: number; as: number; pd: number; ps: number; nrd: number; nrs: number;
  adGiven: number; asGiven: number; pdGiven: number; psGiven: number; nrdGiven: number; nrsGiven: number;
  /** Shift of the threshold voltage, V, and factor on the low-field mobility. */
  delvto: number; mulu0: number;
}

/** Effective sizes, m, and the factors of the binning terms, 1/m or 1/um and their product. */
export interface Sizes { leff: number; weff: number; leffCV: number; weffCV: number; invL: number; invW: number; invLW: number }

/**
 * Effective channel length and width (manual B.1.9 and, for charges, B.2.1). A drawn-length term of the charge model follows the
 * current's unless stated.
 */
export function sizes(p: Card, g: Geometry): Sizes {
  const lengthByL = Math.pow(g.l, p.lln);
  const widthByL = Math.pow(g.w, p.lwn);
  const lengthByW = Math.pow(g.l, p.wln);
  const widthByW = Math.pow(g.w, p.wwn);
  const dl = p.lint + p.ll / lengthByL + p.lw / widthByL + p.lwl / (lengthByL * widthByL);
  const dw = p.wint + p.wl / lengthByW + p.ww / widthByW + p.wwl / (lengthByW * widthByW);
  const llc = p.llcGiven > 0 ? p.llc : p.ll;
  const lwc = p.lwcGiven > 0 ? p.lwc : p.lw;
  const lwlc = p.lwlcGiven > 0 ? p.lwlc : p.lwl;
  const wlc = p.wlcGiven > 0 ? p.wlc : p.wl;
  const wwc = p.wwcGiven > 0 ? p.wwc : p.ww;
  const wwlc = p.wwlcGiven > 0 ? p.wwlc : p.wwl;
  const dlc = (p.dlcGiven > 0 ? p.dlc : p.lint) + llc / lengthByL + lwc / widthByL + lwlc / (lengthByL * widthByL);
  const dwc = (p.dwcGiven > 0 ? p.dwc : p.wint) + wlc / lengthByW + wwc / widthByW + wwlc / (lengthByW * widthByW);
  const leff = definedAboveZero(g.l + p.xl - 2 * dl);
  const weff = definedAboveZero(g.w + p.xw - 2 * dw);
  const leffCV = definedAboveZero(g.l + p.xl - 2 * dlc);
  const weffCV = definedAboveZero(g.w + p.xw - 2 * dwc);
  const unit = p.binunit === 1 ? 1e-6 : 1;
  const invL = unit / leff;
  const invW = unit / weff;
  const invLW = (unit * unit) / (leff * weff);
  return { leff, weff, leffCV, weffCV, invL, invW, invLW };
}

/** A binned parameter at this size (manual appendix A, "binning"). */
export function bin(base: number, byL: number, byW: number, byLW: number, invL: number, invW: number, invLW: number): number {
  return base + byL * invL + byW * invW + byLW * invLW;
}

/**
 * Resistance of source or drain outside the channel, ohm: sheet resistance times squares, or the area calculation methods of ngspice
 * (devsup.c).
 */
export function outerResistance(p: Card, drawnWidth: number, squares: number, squaresGiven: number, lightly: number, contact: number): number {
  const width = drawnWidth * p.wmlt + p.xw;
  const extension = ((p.ld + p.ldif) * lightly) / width;
  let resistance: number;
  if (p.acm === 0) resistance = p.rsh * (squaresGiven > 0 ? squares : 1);
  else if (p.acm === 1 || p.acm === 11) resistance = extension + (squaresGiven > 0 ? p.rsh * squares : 0) + contact;
  else if (squaresGiven > 0) resistance = extension + p.rsh * squares + contact;
  else resistance = extension + (p.hdif * p.wmlt * p.rsh) / width + contact;
  return resistance;
}
