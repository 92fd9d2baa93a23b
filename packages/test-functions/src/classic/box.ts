import { filled } from '@evospice/toolbox';

/** Dimension and bounds of a cube. */
export function box(dimension: number, lower: number, upper: number): { readonly dimension: number; readonly lower: readonly number[]; readonly upper: readonly number[] } {
  return { dimension, lower: filled(dimension, lower), upper: filled(dimension, upper) };
}
