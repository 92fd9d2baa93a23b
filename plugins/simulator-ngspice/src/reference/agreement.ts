import type { Curve, SimulatedCurve } from '@evospice/kernel';

export interface Difference {
  /** Largest |a - b| / max(|b|, floor) over all points; infinite where either is not finite. */
  readonly largest: number;
  /** Where it is, for messages. */
  readonly at: string;
}

/**
 * Largest relative difference of two simulations of one curve. Values below the measured vector's floor, which no score
 * looks at, are compared with the floor: there the absolute tolerance of Newton's method (1e-15 A) is all there is.
 */
export function differenceOf(curve: Curve, one: SimulatedCurve | undefined, other: readonly Float64Array[]): Difference {
  let worst: Difference = { largest: 0, at: '' };
  for (const [vector, measured] of curve.measured.entries()) {
    for (const point of curve.x.keys()) {
      const a = one?.vectors[vector]?.[point] ?? Number.NaN;
      const b = other[vector]?.[point] ?? Number.NaN;
      const difference = Math.abs(a - b) / Math.max(Math.abs(b), measured.floor);
      if (difference <= worst.largest) continue;
      worst = { largest: Number.isNaN(difference) ? Infinity : difference, at: `${curve.id} ${measured.column} point ${point}: ${a}, ${b}` };
    }
  }
  return worst;
}
