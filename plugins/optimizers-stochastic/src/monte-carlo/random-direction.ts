import type { RandomSource } from '@evospice/contracts';
import { norm, scale } from '@evospice/toolbox';

/** A direction of length 1, all directions alike (Muller 1959: normal deviates, normalised). */
export function randomDirection(dimension: number, random: RandomSource): number[] {
  for (;;) {
    const deviates = Array.from({ length: dimension }, () => random.normal());
    const length = norm(deviates);
    if (length > 0) return scale(deviates, 1 / length);
  }
}
