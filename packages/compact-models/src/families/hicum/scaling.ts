import type { Card } from './card.ts';

/** Instance parameters: emitter area and number of devices as factors, temperature rise over the ambient's, K. */
export interface Geometry { area: number; m: number; dtemp: number }

/**
 * The card of a device of this size (hicum2setup.c): what belongs to the emitter's area grows with it, what surrounds it with the number
 * only.
 */
export function scaled(p: Card, g: Geometry): Card {
  const size = g.area * g.m;
  return {
    tnom: p.tnom, flcomp: p.flcomp, c10: p.c10 * size * size, qp0: p.qp0 * size, ich: p.ich, hf0: p.hf0, hfe: p.hfe, hfc: p.hfc,
    hjei: p.hjei, ahjei: p.ahjei, rhjei: p.rhjei, hjci: p.hjci, ibeis: p.ibeis * size, mbei: p.mbei, ireis: p.ireis * size,
    mrei: p.mrei, ibeps: p.ibeps * g.m, mbep: p.mbep, ireps: p.ireps * g.m, mrep: p.mrep, mcf: p.mcf, tbhrec: p.tbhrec,
    ibcis: p.ibcis * size, mbci: p.mbci, ibcxs: p.ibcxs * g.m, mbcx: p.mbcx, ibets: p.ibets * size, abet: p.abet, tunode: p.tunode,
    favl: p.favl, qavl: p.qavl * size, kavl: p.kavl, alfav: p.alfav, alqav: p.alqav, alkav: p.alkav, rbi0: p.rbi0 / size,
    rbx: p.rbx / size, fgeo: p.fgeo, fdqr0: p.fdqr0, fcrbi: p.fcrbi, fqi: p.fqi, re: p.re / size, rcx: p.rcx / size, itss: p.itss,
    msf: p.msf, iscs: p.iscs, msc: p.msc, tsf: p.tsf, rsu: p.rsu / g.m, csu: p.csu, cjei0: p.cjei0 * size, vdei: p.vdei, zei: p.zei,
    ajei: p.ajei, cjep0: p.cjep0 * g.m, vdep: p.vdep, zep: p.zep, ajep: p.ajep, cjci0: p.cjci0 * size, vdci: p.vdci, zci: p.zci,
    vptci: p.vptci, cjcx0: p.cjcx0 * g.m, vdcx: p.vdcx, zcx: p.zcx, vptcx: p.vptcx, fbcpar: p.fbcpar, fbepar: p.fbepar, cjs0: p.cjs0,
    vds: p.vds, zs: p.zs, vpts: p.vpts, cscp0: p.cscp0, vdsp: p.vdsp, zsp: p.zsp, vptsp: p.vptsp, t0: p.t0, dt0h: p.dt0h,
    tbvl: p.tbvl, tef0: p.tef0, gtfe: p.gtfe, thcs: p.thcs, ahc: p.ahc, fthc: p.fthc, rci0: p.rci0 / size, vlim: p.vlim,
    vces: p.vces, vpt: p.vpt, aick: p.aick, delck: p.delck, tr: p.tr, vcbar: p.vcbar, icbar: p.icbar * size, acbar: p.acbar,
    cbepar: p.cbepar * g.m, cbcpar: p.cbcpar * g.m, latb: p.latb, alit: p.alit, flnqs: p.flnqs, latl: p.latl, vgb: p.vgb,
    alt0: p.alt0, kt0: p.kt0,
    zetaci: p.zetaci, alvs: p.alvs, alces: p.alces, zetarbi: p.zetarbi, zetarbx: p.zetarbx, zetarcx: p.zetarcx, zetare: p.zetare,
    zetacx: p.zetacx, vge: p.vge, vgc: p.vgc, vgs: p.vgs, f1vg: p.f1vg, f2vg: p.f2vg, zetact: p.zetact, zetabet: p.zetabet,
    alb: p.alb, dvgbe: p.dvgbe, zetahjei: p.zetahjei, zetavgbe: p.zetavgbe, flsh: p.flsh, rth: p.rth / size, zetarth: p.zetarth,
    alrth: p.alrth, cth: (p.rth > 0 ? Math.max(p.cth, 1e-12) : p.cth) * size,
  };
}
