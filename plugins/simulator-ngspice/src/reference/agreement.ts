import type { Curve, SimulatedCurve } from '@evospice/contracts';

export interface Difference {
  /** Largest (|a - b| - rounding) / max(|b|, floor) over all points; infinite where either is not finite. */
  readonly largest: number;
  /** Where it is, for messages. */
  readonly at: string;
}

/**
 * What rounding alone does to a current, A: ngspice takes the current through a series resistance from the difference of
 * products of its conductance (up to 100 S here) and the node voltages (up to 5 V). The last bit of 500 is 2^-44, and two
 * products on either side are rounded.
 */
const ROUNDING = 2 ** -42;

/**
 * Largest relative difference of two simulations of one curve. Values below the measured vector's floor, under which no
 * score looks, are compared with that: they meet the absolute tolerance of Newton's method, 1e-15 A.
 * @param rounding what it may do to a current, A
 */
export function differenceOf(curve: Curve, one: SimulatedCurve | undefined, other: readonly Float64Array[], rounding = ROUNDING): Difference {
  let worst: Difference = { largest: 0, at: '' };
  for (const [vector, measured] of curve.measured.entries()) {
    for (const point of curve.x.keys()) {
      const a = one?.vectors[vector]?.[point] ?? Number.NaN;
      const b = other[vector]?.[point] ?? Number.NaN;
      const beyond = Math.max(Math.abs(a - b) - (measured.kind === 'i' ? rounding : 0), 0);
      const difference = beyond / Math.max(Math.abs(b), measured.floor);
      if (difference <= worst.largest) continue;
      worst = { largest: Number.isNaN(difference) ? Infinity : difference, at: `${curve.id} ${measured.column} point ${point}: ${a}, ${b}` };
    }
  }
  return worst;
}
