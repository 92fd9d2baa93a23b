import type { ProblemParameter } from '@evospice/contracts';

/** A parameter this close to a bound, as a part of its range, lies at it: numerical optimizers stop just short. */
const tolerance = 1e-6;

/** Place of a value between the bounds on the parameter's scale, in [0, 1]. */
export function placeInRange(value: number, { lower, upper, scale }: Pick<ProblemParameter, 'lower' | 'upper' | 'scale'>): number {
  if (upper === lower) return 0.5;
  const place = scale === 'log' && lower > 0 ? Math.log(value / lower) / Math.log(upper / lower) : (value - lower) / (upper - lower);
  return Math.min(1, Math.max(0, place));
}

/** The bound that a value lies at; null for one between them. */
export function boundAt(place: number): 'lower' | 'upper' | null {
  return place <= tolerance ? 'lower' : place >= 1 - tolerance ? 'upper' : null;
}
