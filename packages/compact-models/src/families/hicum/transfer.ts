import type { Card } from './card.ts';
import { spreading } from './collector-spreading.ts';
import { depletion } from './depletion.ts';
import { largestRatio, smoothing } from './constants.ts';
import type { Warm } from './warm.ts';

/** Weight of the base-emitter depletion charge in the transfer current (manual 2.1.4, hjEi), which falls with forward bias. */
export function emitterWeight(c: Card, w: Warm, vbiei: number): number {
  let weight = c.hjei;
  if (c.ahjei !== 0) {
    const below = (w.vdeiT - vbiei) / (c.rhjei * w.vt);
    const upper = w.vdeiT - 0.5 * c.rhjei * w.vt * (below + Math.sqrt(below * below + smoothing));
    const above = (upper - w.vt) / w.vt;
    const vj = w.vt * (1 + 0.5 * (above + Math.sqrt(above * above + smoothing)));
    const exponent = (1 - Math.exp(c.zei * Math.log(1 - vj / w.vdeiT))) * w.ahjeiT;
    weight = (w.hjei0T * Math.expm1(exponent)) / exponent;
  }
  return weight;
}

/** Hole charge at low current, C, held above a twentieth of its zero-bias value (manual 2.1.4). */
export function lowCharge(c: Card, w: Warm, weight: number, qjei: number, qjci: number): number {
  const least = 0.05 * w.qp0T;
  const above = (w.qp0T + weight * qjei + c.hjci * qjci) / least - 1;
  return least * (1 + 0.5 * (above + Math.sqrt(above * above + smoothing)));
}

/** Transit time at low current, s (manual 2.1.7): widths of the base-collector layer relative to zero bias. */
export function lowTransitTime(c: Card, w: Warm, vbici: number): number {
  const { capacitance } = depletion(w.cjci0T, w.vdciT, c.zci, largestRatio, vbici, w.vt);
  const width = capacitance > 0 ? w.cjci0T / capacitance : 1;
  return w.t0T + c.dt0h * (width - 1) + c.tbvl * (1 / width - 1);
}

/** Current at which high-current effects set in, A (manual 2.1.6, ICK). */
export function criticalCurrent(c: Card, w: Warm, vciei: number): number {
  const above = (vciei - w.vcesT) / w.vt - 1;
  const vceff = (1 + 0.5 * (above + Math.sqrt(above * above + smoothing))) * w.vt;
  const saturated = Math.exp(Math.log(1 + Math.exp(c.delck * Math.log(vceff / w.vlimT))) / c.delck);
  const through = (vceff - w.vlimT) / c.vpt;
  return (vceff / w.rci0T / saturated) * (1 + 0.5 * (through + Math.sqrt(through * through + c.aick)));
}

/** Minority charges of forward operation, C: stored, weighted for the transfer current, and the excess in the base. */
export interface MinorityCharge { stored: number; weighted: number; excess: number }

/** Minority charge at the forward transfer current `itf` (manual 2.1.7; HICQFF): emitter, base with its barrier, and collector. */
export function minorityCharge(c: Card, w: Warm, itf: number, ick: number, t0: number): MinorityCharge {
  const low = t0 * itf;
  let stored = low;
  let weighted = low;
  let excess = 0;
  if (itf >= 1e-6 * ick) {
    const ratio = itf / ick;
    const emitter = (w.tef0T * Math.exp(c.gtfe * Math.log(ratio)) * itf) / (1 + c.gtfe);
    // barrier at the collector of a heterojunction
    let barrier = 0;
    if (c.icbar >= (0.05 * c.vlim) / c.rci0) {
      const over = Math.max((itf - ick) / c.icbar, -1e10);
      barrier = c.vcbar * Math.exp(-2 / (over + Math.sqrt(over * over + c.acbar)));
    }
    const raised = (1 - c.fthc) * w.thcsT * itf * Math.expm1(barrier / w.vt);
    const over = 1 - 1 / ratio;
    const injected = (over + Math.sqrt(over * over + c.ahc)) / (1 + Math.sqrt(1 + c.ahc));
    const scale = w.thcsT * itf * Math.exp((barrier - c.vcbar) / w.vt);
    const inBase = (1 - c.fthc) * scale * injected * injected;
    let inCollector = c.fthc * scale * injected * injected;
    let collectorWeighted = inCollector;
    if (c.latb > 0 || c.latl > 0) {
      // Spreading leaves the barrier out of the collector's share (FFdVc is not handed on in ngspice).
      const wedge = spreading(c.latb, c.latl, c.flcomp, injected);
      const share = c.fthc * w.thcsT * itf * Math.exp(-c.vcbar / w.vt);
      inCollector = share * wedge.stored;
      collectorWeighted = share * wedge.weighted;
    }
    excess = raised + inBase;
    weighted = w.hf0T * low + excess + w.hfeT * emitter + w.hfcT * collectorWeighted;
    stored = low + excess + emitter + inCollector;
  }
  return { stored, weighted, excess };
}
