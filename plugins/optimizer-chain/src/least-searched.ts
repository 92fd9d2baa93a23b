import type { ExtractionProblem, RandomSource } from '@evospice/contracts';
import { latinHypercube, toUnit } from '@evospice/toolbox';
import type { Visit } from './stage-context.ts';

/** Places looked at; in twenty dimensions more would change little. */
const places = 500;

/**
 * The place of a Latin hypercube that is farthest from all visits, where a visit of high cost counts as nearer: its distance
 * is divided by a weight from 1 (the lowest cost) to `worstWeight` (the highest, and failures), linear in the cost.
 * @returns a point of the unit cube.
 */
export function leastSearched(problem: ExtractionProblem, visits: readonly Visit[], worstWeight: number, random: RandomSource): number[] {
  const { parameters } = problem;
  const finite = visits.map(({ error }) => error).filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const weighted = visits.map(({ candidate, error }) => ({
    unit: toUnit(parameters, candidate),
    weight: Number.isFinite(error) ? 1 + ((worstWeight - 1) * (error - low)) / (high - low || 1) : worstWeight,
  }));
  const emptiness = (place: readonly number[]): number =>
    weighted.reduce((least, { unit, weight }) => Math.min(least, Math.hypot(...place.map((value, axis) => value - unit[axis]!)) / weight), Infinity);
  const candidates = latinHypercube(places, parameters.length, random);
  return candidates.reduce<{ place: number[]; free: number }>((best, place) => {
    const free = emptiness(place);
    return free > best.free ? { place, free } : best;
  }, { place: candidates[0]!, free: -1 }).place;
}
