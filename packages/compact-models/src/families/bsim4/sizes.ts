import { definedAboveZero } from './constants.ts';
import type { Card, Geometry } from './card.ts';

/** Effective sizes of one finger, m, and reciprocals for binned parameters. */
export interface Sizes {
  lnew: number;
  wnew: number;
  leff: number;
  weff: number;
  leffCV: number;
  weffCV: number;
  weffCJ: number;
  invL: number;
  invW: number;
  invLW: number;
}

/** Effective channel length and width (manual 1.3). */
export function sizes(p: Card, g: Geometry): Sizes {
  const lnew = g.l + p.xl;
  const wnew = g.w / g.nf + p.xw;
  const ll = Math.pow(lnew, p.lln);
  const lw = Math.pow(wnew, p.lwn);
  const dl = p.lint + p.ll / ll + p.lw / lw + p.lwl / (ll * lw);
  const dlc = p.dlc + p.llc / ll + p.lwc / lw + p.lwlc / (ll * lw);
  const wl = Math.pow(lnew, p.wln);
  const ww = Math.pow(wnew, p.wwn);
  const dw = p.wint + p.wl / wl + p.ww / ww + p.wwl / (wl * ww);
  const dwSize = p.wlc / wl + p.wwc / ww + p.wwlc / (wl * ww);
  const dwj = p.dwj + dwSize;
  const leff = definedAboveZero(lnew - 2 * dl);
  const weff = definedAboveZero(wnew - 2 * dw);
  let unit = 1;
  if (p.binunit === 1) unit = 1e-6;
  const invL = unit / leff;
  const invW = unit / weff;
  return {
    lnew,
    wnew,
    leff,
    weff,
    leffCV: definedAboveZero(lnew - 2 * dlc),
    weffCV: definedAboveZero(wnew - 2 * (p.dwc + dwSize)),
    weffCJ: definedAboveZero(wnew - 2 * dwj),
    invL,
    invW,
    invLW: invL * invW,
  };
}
