import type { LineMinimum } from '@evospice/toolbox';

/** A direction that is searched again and again, with what earlier searches of it told. */
export interface Direction {
  readonly vector: readonly number[];
  /** First step of the next line search, as a multiple of the vector; its sign is the side that paid last. */
  readonly step: number;
  /** Second derivative along the vector, undefined until measured. */
  readonly curvature?: number;
}

/** Steps never become shorter than this: below it costs cannot be told apart. */
const shortest = 1e-9;

/** One direction a coordinate. */
export function axes(dimension: number, step: number): Direction[] {
  return Array.from({ length: dimension }, (_, index) => ({ vector: Array.from({ length: dimension }, (__, other) => (other === index ? 1 : 0)), step }));
}

/** The direction after a line search: its next first step is the move that it made, or shorter where it made none. */
export function learned({ vector, step }: Direction, { place, curvature }: LineMinimum): Direction {
  const length = Math.max(shortest, Math.min(Math.abs(place), 4 * Math.abs(step)), 0.2 * Math.abs(step));
  const next = (place === 0 ? Math.sign(step) : Math.sign(place)) * length;
  return curvature === undefined ? { vector, step: next } : { vector, step: next, curvature };
}
