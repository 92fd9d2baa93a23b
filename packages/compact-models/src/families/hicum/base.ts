import type { Card } from './card.ts';
import { exponentLimit } from './constants.ts';
import type { Warm } from './warm.ts';

/**
 * Diode current, A (manual 2.1.10): the full saturation current below 14 thermal voltages of reverse bias, linear beyond 80 of forward
 * bias.
 */
export function diode(saturation: number, ideality: number, v: number, vt: number): number {
  const y = v / (ideality * vt);
  let current: number;
  if (y > exponentLimit) current = saturation * ((1 + y - exponentLimit) * Math.exp(exponentLimit) - 1);
  else if (y <= -14) current = -saturation;
  else current = saturation * Math.expm1(y);
  return saturation > 0 ? current : 0;
}

/** Avalanche current of the inner collector, A (manual 2.1.12; HICAVL), at the forward transfer current `itf`. */
export function avalanche(c: Card, w: Warm, vbici: number, cjci: number, itf: number): number {
  const field = w.vdciT - vbici;
  let current = 0;
  if (c.favl > 0 && c.cjci0 > 0 && field > 0) {
    const vq = w.qavlT / cjci;
    const border = w.qavlT / w.cjci0T;
    const ratio = vq / border;
    const gain = field > border
      ? w.favlT * Math.exp(-ratio) * (border + (1 + ratio) * (field - border))
      : w.favlT * field * Math.exp(-vq / field);
    const left = 1 - w.kavlT * gain;
    current = itf * gain / (c.kavl > 0 ? 0.5 * (left + Math.sqrt(left * left + 0.01)) : 1);
  }
  return current;
}

/**
 * Tunnelling current between base and emitter in reverse bias, A (manual 2.1.11; HICTUN). `v` and `cj` are those of the junction that
 * `tunode` names.
 */
export function tunnelling(saturation: number, exponent: number, v: number, cj: number, cj0: number, vd: number, z: number): number {
  let current = 0;
  if (saturation > 0 && v < 0 && cj0 > 0 && vd > 0) {
    const widening = Math.exp((1 - 1 / z) * Math.log(cj / cj0));
    current = -(v / vd) * saturation * widening * Math.exp(-exponent / widening);
  }
  return current;
}

/**
 * Internal base resistance, ohm (manual 2.1.13; HICRBI): conductivity modulation, emitter current crowding, and the charge at the
 * perimeter.
 */
export function baseResistance(c: Card, w: Warm, qjei: number, qjci: number, qf: number, ibei: number): number {
  const charge = 1 + (qjei + qjci + qf) / ((1 + c.fdqr0) * w.qp0T);
  let resistance = w.rbi0T / (0.5 * (charge + Math.sqrt(charge * charge + 0.01)));
  if (ibei > 0) {
    const crowding = (resistance * ibei * c.fgeo) / w.vt;
    resistance *= crowding < 1e-6 ? 1 - 0.5 * crowding : Math.log(1 + crowding) / crowding;
  }
  if (qf > 0) resistance *= (qjei + qf * c.fqi) / (qjei + qf);
  return resistance;
}
