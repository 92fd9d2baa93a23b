import type { MeasuredVector } from '@evospice/contracts';
import { rms } from '@evospice/toolbox';

/** A measured vector as the error sees it. */
export interface ResidualVector {
  readonly floor: number;
  /** One per measured value; all 1 when left out. */
  readonly weights?: ArrayLike<number>;
  readonly measured: ArrayLike<number>;
  /** Indices of the points that carry a residual, ascending. */
  readonly scored: readonly number[];
}

/**
 * Indices of the points that carry a residual: |measured| at or above the floor, and a weight that is not 0. A voltage that was measured beside the
 * current (a base driven with a current) is simulated and shown but not scored: a fraction of a volt says little, and
 * the published start-card errors leave it out too.
 */
export function scoredIndices({ kind, values, floor, weights }: Pick<MeasuredVector, 'kind' | 'values' | 'floor' | 'weights'>): readonly number[] {
  const scored: number[] = [];
  for (let point = 0; kind !== 'v' && point < values.length; point += 1) if (Math.abs(values[point] as number) >= floor && weights?.[point] !== 0) scored.push(point);
  return scored;
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
