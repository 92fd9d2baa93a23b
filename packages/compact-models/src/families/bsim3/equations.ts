import { channelCharge } from './channel-charge.ts';
import { channelCurrent } from './drain-current.ts';
import { junctionCharge, junctionCurrent } from './junction.ts';
import { overlapCharge } from './overlap-charge.ts';
import type { Prepared } from './prepared.ts';

export type { Card } from './card.ts';
export type { Geometry } from './geometry.ts';
export { prepare, type Ambient } from './prepare.ts';
export type { Prepared } from './prepared.ts';

/** Voltages of the terminals and of drain and source inside the outer resistances, V. */
export interface Voltages { d: number; g: number; s: number; b: number; di: number; si: number }

/** Current into each node, A. */
export interface Flows { d: number; g: number; s: number; b: number; di: number; si: number }

/** Charge of each node, C. */
export interface Charges { d: number; g: number; s: number; b: number; di: number; si: number }

/**
 * Static currents. Below vds = 0 drain and source change places. The inner nodes are the terminals themselves where no outer resistance
 * is stated.
 */
export function evaluate(q: Prepared, v: Voltages): Flows {
  const forward = v.di >= v.si;
  const vds = forward ? v.di - v.si : v.si - v.di;
  const low = forward ? v.si : v.di;
  const { ids, isub } = channelCurrent(q, vds, v.g - low, v.b - low);
  const toDrain = junctionCurrent(q, q.isDrain, q.vjdm, q.ijdm, v.b - v.di);
  const toSource = junctionCurrent(q, q.isSource, q.vjsm, q.ijsm, v.b - v.si);
  const throughDrain = q.m * q.gDrain * (v.d - v.di);
  const throughSource = q.m * q.gSource * (v.s - v.si);
  return {
    d: throughDrain,
    g: 0,
    s: throughSource,
    b: q.m * (toDrain + toSource - isub),
    di: q.m * ((forward ? ids + isub : -ids) - toDrain) - throughDrain,
    si: q.m * ((forward ? -ids : ids + isub) - toSource) - throughSource,
  };
}

/** Charges of channel, overlaps and junctions. */
export function store(q: Prepared, v: Voltages): Charges {
  const forward = v.di >= v.si;
  const vds = forward ? v.di - v.si : v.si - v.di;
  const low = forward ? v.si : v.di;
  const { gate, bulk, drain: high } = channelCharge(q, vds, v.g - low, v.b - low);
  const other = -(gate + bulk + high);
  const overDrain = overlapCharge(q, q.cgdo, q.cgdl, v.g - v.di);
  const overSource = overlapCharge(q, q.cgso, q.cgsl, v.g - v.si);
  const overBulk = q.cgbo * (v.g - v.b);
  const atDrain = junctionCharge(q, q.cbd, q.cbdsw, q.cbdswg, v.b - v.di);
  const atSource = junctionCharge(q, q.cbs, q.cbssw, q.cbsswg, v.b - v.si);
  return {
    d: 0,
    g: q.m * (gate + overDrain + overSource + overBulk),
    s: 0,
    b: q.m * (bulk - overBulk + atDrain + atSource),
    di: q.m * ((forward ? high : other) - overDrain - atDrain),
    si: q.m * ((forward ? other : high) - overSource - atSource),
  };
}
