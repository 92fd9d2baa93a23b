import { quartiles } from '@evospice/bench';

/** Median of error ratios; 1, the start's own, for none. */
export function median(ratios: readonly number[]): number {
  return ratios.length === 0 ? 1 : quartiles(ratios).median ?? 1;
}
