/**
 * Probability that annealing takes a step (Metropolis et al. 1953): 1 for a step that does not rise, else
 * exp(-rise / temperature).
 * @param current cost of the present point; Infinity for a failed one, from which every step is taken.
 * @param proposed cost of the new point; Infinity is never taken from a point that works.
 * @param temperature in units of cost, not below 0; at 0 no rise is taken.
 * @returns a number in [0, 1].
 */
export function metropolisProbability(current: number, proposed: number, temperature: number): number {
  if (proposed <= current) return 1;
  return temperature > 0 ? Math.exp(-(proposed - current) / temperature) : 0;
}

/**
 * Probability that two annealing processes swap their temperatures (parallel tempering; Olenšek, Tuma, Puhan & Bűrmen,
 * Applied Soft Computing 11:1481-1489, 2011): min(1, exp((f_i - f_j)(1/T_i - 1/T_j))). The better point goes to the
 * colder process for certain, the other way seldom.
 * @param first cost and temperature (above 0) of one process; `second` of the other. Costs may be Infinity.
 * @returns a number in [0, 1].
 */
export function exchangeProbability(first: AnnealedPoint, second: AnnealedPoint): number {
  const coldness = 1 / first.temperature - 1 / second.temperature;
  // Two failed points, or two temperatures alike but for rounding: nothing is gained or lost.
  if (first.cost === second.cost || coldness === 0) return 1;
  return Math.min(1, Math.exp((first.cost - second.cost) * coldness));
}

export interface AnnealedPoint {
  readonly cost: number;
  readonly temperature: number;
}
