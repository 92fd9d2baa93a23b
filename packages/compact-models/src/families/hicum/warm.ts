import type { Card } from './card.ts';
import { highestTemperature, thermalVoltagePerKelvin } from './constants.ts';

/** What depends on the device's temperature. Names are the card's with T behind; SI units. */
export interface Warm {
  vt: number; c10T: number; qp0T: number; hf0T: number; hfeT: number; hfcT: number; ahjeiT: number; hjei0T: number;
  ibeisT: number; ireisT: number; ibepsT: number; irepsT: number; ibcisT: number; ibcxsT: number; itssT: number; iscsT: number;
  ibetsT: number; abetT: number;
  cjei0T: number; vdeiT: number; ajeiT: number; cjep0T: number; vdepT: number; ajepT: number; cjci0T: number; vdciT: number;
  cjcx01T: number; cjcx02T: number; vdcxT: number; cjs0T: number; vdsT: number; cscp0T: number; vdspT: number;
  t0T: number; tef0T: number; thcsT: number; tsfT: number; rci0T: number; vlimT: number; vcesT: number; favlT: number; qavlT: number;
  kavlT: number;
  rbi0T: number; rbxT: number; rcxT: number; reT: number; rthT: number;
}

/** Built-in voltage, V, and zero-bias capacitance, F, of a junction. */
interface Junction { vd: number; c: number }

/** Junction at temperature (manual 2.1.15, equations for VD(T) and Cj0(T)); `vg` the band gap voltage of its sides. */
function junction(vt: number, vt0: number, ratio: number, mg: number, c0: number, vd0: number, z: number, vg: number): Junction {
  const vj0 = 2 * vt0 * Math.log(Math.exp((0.5 * vd0) / vt0) - Math.exp((-0.5 * vd0) / vt0));
  const vj = vj0 * ratio + vg * (1 - ratio) - mg * vt * Math.log(ratio);
  const vd = c0 > 0 ? vj + 2 * vt * Math.log(0.5 * (1 + Math.sqrt(1 + 4 * Math.exp(-vj / vt)))) : vd0;
  return { vd, c: c0 > 0 ? c0 * Math.exp(z * Math.log(vd0 / vd)) : c0 };
}

/** The device's temperature, K: held smoothly below the highest. */
function heldTemperature(temperature: number): number {
  return temperature > highestTemperature - 1 ? highestTemperature - Math.exp(highestTemperature - temperature - 1) : temperature;
}

/** Laws of temperature (manual 2.1.15; hicumL2temp.cpp). Cards with flcomp below 2.3 follow version 2.1. */
export function warm(c: Card, deviceTemperature: number): Warm {
  const temperature = heldTemperature(deviceTemperature);
  const tnom = c.tnom + 273.15;
  const vt = temperature * thermalVoltagePerKelvin;
  const vt0 = tnom * thermalVoltagePerKelvin;
  const rise = temperature - tnom;
  const ratio = temperature / tnom;
  const lnRatio = Math.log(ratio);
  const step = (ratio - 1) / vt;
  const mg = 3 - c.f1vg / thermalVoltagePerKelvin;
  const vgbe = 0.5 * (c.vgb + c.vge);
  const vgbc = 0.5 * (c.vgb + c.vgc);
  const vgsc = 0.5 * (c.vgs + c.vgc);
  const old = c.flcomp < 2.3;

  const { vd: vdeiT, c: cjei0T } = junction(vt, vt0, ratio, mg, c.cjei0, c.vdei, c.zei, vgbe);
  const ajeiT = c.cjei0 > 0 ? (c.ajei * vdeiT) / c.vdei : c.ajei;
  const { vd: vdepT, c: cjep0T } = junction(vt, vt0, ratio, mg, c.cjep0, c.vdep, c.zep, vgbe);
  const ajepT = c.cjep0 > 0 ? (c.ajep * vdepT) / c.vdep : c.ajep;
  const { vd: vdciT, c: cjci0T } = junction(vt, vt0, ratio, mg, c.cjci0, c.vdci, c.zci, vgbc);
  const { vd: vdcxT, c: growthCx } = junction(vt, vt0, ratio, mg, 1, c.vdcx, c.zcx, vgbc);
  const { vd: vdsT, c: cjs0T } = junction(vt, vt0, ratio, mg, c.cjs0, c.vds, c.zs, vgsc);
  const { vd: vdspWarm, c: cscp0Warm } = junction(vt, vt0, ratio, mg, c.cscp0, Math.max(c.vdsp, 1e-3), c.zsp, vgsc);

  // saturation currents
  const gap = 3 * lnRatio + c.vgb * step;
  const forward = c.alb * rise;
  const ofBase = c.zetabet * lnRatio + c.vge * step;
  const ibeisT = c.ibeis * Math.exp(old ? (c.mcf * gap) / c.mbei - forward : ofBase);
  const ibepsT = c.ibeps * Math.exp(old ? (c.mcf * gap) / c.mbep - forward : ofBase);
  const ireisT = c.ireis * Math.exp(old ? (c.mcf * gap) / c.mrei - forward : (mg * lnRatio + vgbe * step) / c.mrei);
  const irepsT = c.ireps * Math.exp(old ? (c.mcf * gap) / c.mrep - forward : (mg * lnRatio + vgbe * step) / c.mrep);
  const ibcisT = c.ibcis * Math.exp(old ? gap / c.mbci : (mg + 1 - c.zetaci) * lnRatio + c.vgc * step);
  const ibcxsT = c.ibcxs * Math.exp(old ? gap / c.mbcx : (mg + 1 - c.zetacx) * lnRatio + c.vgc * step);
  const iscsT = c.iscs * Math.exp(old ? gap / c.msc : (mg - 1.5) * lnRatio + c.vgs * step);
  // In version 2.1's laws ngspice 39 overwrites the substrate transistor's current by its derivative by temperature.
  const gapSlope = 3 / temperature + (c.vgb * (1 / tnom - (ratio - 1) / temperature)) / vt;
  const itssT = old ? (c.itss * Math.exp(gap / c.msf) * gapSlope) / c.msf : c.itss * Math.exp((mg - 1.5) * lnRatio + c.vgc * step);

  // charges and transit times
  const qp0T = c.qp0 * (old ? 1 + 0.5 * c.zei * (1 - vdeiT / c.vdei) : 2 - Math.exp(c.zei * Math.log(vdeiT / c.vdei)));
  const gain = 1 + c.alb * rise;
  const tef0T = old ? (c.tef0 * ratio) / (0.5 * (gain + Math.sqrt(gain * gain + 0.01))) : c.tef0;
  const hfeT = old ? c.hfe : c.hfe * Math.exp((c.vgb - c.vge) * step);
  const hfcT = old ? c.hfc : c.hfc * Math.exp((c.vgb - c.vgc) * step);

  // collector
  const limit = c.vlim * (1 - c.alvs * rise) * Math.exp(c.zetaci * lnRatio);
  const above = (limit - vt) / vt;
  const limitOld = above < 11 ? vt + vt * Math.log(1 + Math.exp(above)) : limit;
  const vlimT = old ? limitOld : c.vlim * Math.exp((c.zetaci - c.alvs * tnom) * lnRatio);

  // tunnelling
  const bandNominal = vgbe + c.f1vg * tnom * Math.log(tnom) + c.f2vg * tnom;
  const bandRatio = bandNominal / (vgbe + c.f1vg * temperature * Math.log(temperature) + c.f2vg * temperature);
  let slower = 1;
  let steeper = 1;
  if (c.tunode === 1 && c.cjep0 > 0 && c.vdep > 0) {
    slower = ((cjep0T / c.cjep0) * Math.sqrt(bandRatio) * vdepT * vdepT) / (c.vdep * c.vdep);
    steeper = (c.vdep / vdepT) * (c.cjep0 / cjep0T) * Math.pow(bandRatio, -1.5);
  } else if (c.tunode === 0 && c.cjei0 > 0 && c.vdei > 0) {
    slower = ((cjei0T / c.cjei0) * Math.sqrt(bandRatio) * vdeiT * vdeiT) / (c.vdei * c.vdei);
    steeper = (c.vdei / vdeiT) * (c.cjei0 / cjei0T) * Math.pow(bandRatio, -1.5);
  }

  // The outer base-collector capacitance divides between the base terminal and the node behind rbx.
  const outer = (1 - c.fbcpar) * (c.cjcx0 + c.cbcpar);
  const cjcx01 = outer >= c.cbcpar ? outer - c.cbcpar : 0;

  return {
    vt, qp0T, tef0T, hfeT, hfcT, vlimT, ibeisT, ireisT, ibepsT, irepsT, ibcisT, ibcxsT, itssT, iscsT,
    cjei0T, vdeiT, ajeiT, cjep0T, vdepT, ajepT, cjci0T, vdciT, vdcxT, cjs0T, vdsT,
    cscp0T: c.vdsp > 0 ? cscp0Warm : c.cscp0, vdspT: c.vdsp > 0 ? vdspWarm : c.vdsp,
    cjcx01T: growthCx * cjcx01, cjcx02T: growthCx * (c.cjcx0 - cjcx01), ibetsT: c.ibets * slower, abetT: c.abet * steeper,
    c10T: c.c10 * Math.exp(c.zetact * lnRatio + c.vgb * step), rci0T: c.rci0 * Math.exp(c.zetaci * lnRatio),
    vcesT: c.vces * (1 + c.alces * rise),
    t0T: c.t0 * (1 + c.alt0 * rise + c.kt0 * rise * rise), thcsT: c.thcs * Math.exp((c.zetaci - 1) * lnRatio),
    tsfT: c.tsf * Math.exp((c.zetacx - 1) * lnRatio),
    favlT: c.favl * Math.exp(c.alfav * rise), qavlT: c.qavl * Math.exp(c.alqav * rise), kavlT: c.kavl * Math.exp(c.alkav * rise),
    rbi0T: c.rbi0 * Math.exp(c.zetarbi * lnRatio), rbxT: c.rbx * Math.exp(c.zetarbx * lnRatio), rcxT: c.rcx * Math.exp(c.zetarcx * lnRatio),
    reT: c.re * Math.exp(c.zetare * lnRatio), rthT: c.rth * Math.exp(c.zetarth * lnRatio) * (1 + c.alrth * rise),
    ahjeiT: c.ahjei * Math.exp(c.zetahjei * lnRatio), hjei0T: c.hjei * Math.exp((c.dvgbe / vt) * (Math.exp(c.zetavgbe * lnRatio) - 1)),
    hf0T: c.hf0 * Math.exp(c.dvgbe * step),
  };
}
