import type { Warm } from './warm.ts';

/** The values at the ambient's temperature that were prepared, as a set of their own. */
export function stored(q: Warm): Warm {
  return {
    vt: q.vt, c10T: q.c10T, qp0T: q.qp0T, hf0T: q.hf0T, hfeT: q.hfeT, hfcT: q.hfcT, ahjeiT: q.ahjeiT, hjei0T: q.hjei0T,
    ibeisT: q.ibeisT, ireisT: q.ireisT, ibepsT: q.ibepsT, irepsT: q.irepsT, ibcisT: q.ibcisT, ibcxsT: q.ibcxsT, itssT: q.itssT,
    iscsT: q.iscsT, ibetsT: q.ibetsT, abetT: q.abetT, cjei0T: q.cjei0T, vdeiT: q.vdeiT, ajeiT: q.ajeiT, cjep0T: q.cjep0T,
    vdepT: q.vdepT, ajepT: q.ajepT, cjci0T: q.cjci0T, vdciT: q.vdciT, cjcx01T: q.cjcx01T, cjcx02T: q.cjcx02T, vdcxT: q.vdcxT,
    cjs0T: q.cjs0T, vdsT: q.vdsT, cscp0T: q.cscp0T, vdspT: q.vdspT, t0T: q.t0T, tef0T: q.tef0T, thcsT: q.thcsT, tsfT: q.tsfT,
    rci0T: q.rci0T, vlimT: q.vlimT, vcesT: q.vcesT, favlT: q.favlT, qavlT: q.qavlT, kavlT: q.kavlT, rbi0T: q.rbi0T, rbxT: q.rbxT,
    rcxT: q.rcxT, reT: q.reT, rthT: q.rthT,
  };
}
