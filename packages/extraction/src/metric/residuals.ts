import { rms } from '@evospice/toolbox';

/** A measured vector as the error sees it. */
export interface ScorableVector {
  readonly kind: 'i' | 'v' | 'c';
  /** Same unit as the values, greater than 0. */
  readonly floor: number;
  readonly measured: ArrayLike<number>;
}

/**
 * Whether a point carries a residual: |measured| at or above the floor. A voltage that was measured beside the
 * current (a base driven with a current) is simulated and shown but not scored: a fraction of a volt says little, and
 * the published start-card errors leave it out too.
 */
export function isScored(vector: ScorableVector, point: number): boolean {
  return vector.kind !== 'v' && Math.abs(vector.measured[point] as number) >= vector.floor;
}

/** Indices of the points that carry a residual. */
export function scoredPoints(vector: ScorableVector): readonly number[] {
  return Array.from({ length: vector.measured.length }, (_, point) => point).filter((point) => isScored(vector, point));
}

/** (simulated - measured) / |measured|: a fraction. */
export function relativeResidual(simulated: number, measured: number): number {
  return (simulated - measured) / Math.abs(measured);
}

/** log10(max(|simulated|, floor) / |measured|): decades. Blind to the sign, as the measured currents' logarithms are. */
export function logResidual(simulated: number, measured: number, floor: number): number {
  return Math.log10(Math.max(Math.abs(simulated), floor) / Math.abs(measured));
}

/** Root mean square; null of nothing. */
export function rootMeanSquare(values: readonly number[]): number | null {
  return values.length === 0 ? null : rms(values);
}
