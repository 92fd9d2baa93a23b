import type { Card } from './card.ts';
import { leastResistance } from './constants.ts';
import { collectorDepletion, depletion } from './depletion.ts';
import { stored } from './stored.ts';
import { criticalCurrent, emitterWeight, lowCharge, lowTransitTime, minorityCharge } from './transfer.ts';
import { warm, type Warm } from './warm.ts';

/** What is prepared: the card for this size, its values at the ambient's temperature, and where the device is. */
export interface Prepared extends Card, Warm {
  /** Temperature of the device without self-heating, K, and ngspice's conductance across junctions, S. */
  temperature: number; gmin: number;
  /** 1 where the device heats itself. */
  heats: number;
  /** Delay of the transfer current over the transit time; 0 without non-quasi-static effects. */
  delay: number;
}

/**
 * Voltages of terminals and inner nodes (collector, base behind rbx, base behind rbi, emitter, substrate), V. `q` is not a node of the
 * circuit: it is vt ln(Qp/Qp,low), the growth of the hole charge by minority charge, whose implicit equation (manual 2.1.4) is solved
 * with the currents. `t` is the temperature rise by self-heating, K.
 */
export interface Voltages {
  c: number; b: number; e: number; s: number; ci: number; bp: number; bi: number; ei: number; si: number; q: number; t: number
}

/** The values at the device's own temperature. */
export function atTemperature(q: Prepared, rise: number): Warm {
  return q.heats > 0 ? warm(q, q.temperature + rise) : stored(q);
}

/** Inner transistor: transfer currents, A, charges, C, transit time, s, and what is left of the charge's equation, V. */
export interface Inner {
  itf: number; itr: number; qf: number; qr: number; excess: number; qjei: number; cjei: number; qjci: number; cjci: number; t0: number;
  residual: number;
}

/** Transfer current and charges of the inner transistor (manual 2.1.4 to 2.1.9) at the hole charge that `v.q` stands for. */
export function inner(q: Prepared, w: Warm, v: Voltages): Inner {
  const vbiei = v.bi - v.ei;
  const vbici = v.bi - v.ci;
  const { charge: qjei, capacitance: cjei } = depletion(w.cjei0T, w.vdeiT, q.zei, w.ajeiT, vbiei, w.vt);
  const { charge: qjci, capacitance: cjci } = collectorDepletion(w.cjci0T, w.vdciT, q.zci, q.vptci, vbici, w.vt);
  const low = lowCharge(q, w, emitterWeight(q, w, vbiei), qjei, qjci);
  const t0 = lowTransitTime(q, w, vbici);
  const ick = criticalCurrent(q, w, vbiei - vbici);
  const holes = low * Math.exp(v.q / w.vt);
  const forward = (w.c10T * Math.exp(vbiei / (q.mcf * w.vt))) / holes;
  const itf = forward * (1 + (q.ich !== 0 ? forward / q.ich : 0));
  const itr = (w.c10T * Math.exp(vbici / w.vt)) / holes;
  const { stored: qf, weighted, excess } = minorityCharge(q, w, itf, ick, t0);
  const qr = q.tr * itr;
  const residual = v.q - w.vt * Math.log((low + weighted + qr) / low);
  return { itf, itr, qf, qr, excess, qjei, cjei, qjci, cjci, t0, residual };
}

/** Whether the card asks for self-heating: 1 or 0. */
export function heating(flsh: number, rth: number): number {
  return (flsh === 1 || flsh === 2) && rth >= leastResistance ? 1 : 0;
}

/** Delay of the transfer current over the transit time (manual 2.1.14). Version 2.1's cards have it without being asked. */
export function relativeDelay(c: Card): number {
  return (c.flnqs !== 0 || c.flcomp < 2.3) && c.t0 > 0 ? Math.max(c.alit, 0) : 0;
}
