import type { RandomSource } from '@evospice/contracts';

/** A deviate of the Cauchy distribution around 0 with half-width `width`, above 0: mostly small steps, now and then a very long one. By inversion of its distribution. */
export function cauchy(width: number, random: RandomSource): number {
  return width * Math.tan(Math.PI * (random.next() - 0.5));
}
