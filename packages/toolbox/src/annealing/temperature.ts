import { EvospiceError } from '@evospice/contracts';

/**
 * Temperature at which a rise over the whole range of the costs is taken with the given probability:
 * -(max - min) / ln(acceptance).
 * @param costs of a first sample; failed ones (Infinity) do not count.
 * @param acceptance in (0, 1); 0.9 in Olenšek et al. 2011.
 * @returns a number not below 0; 0 when fewer than two different costs are finite.
 * @throws EvospiceError `TOOLBOX_RANGE` for an acceptance outside (0, 1).
 */
export function initialTemperature(costs: readonly number[], acceptance = 0.9): number {
  if (!(acceptance > 0 && acceptance < 1)) {
    throw new EvospiceError('TOOLBOX_RANGE', `acceptance ${acceptance}`, { received: acceptance, expected: 'a probability between 0 and 1, both excluded' });
  }
  const finite = costs.filter(Number.isFinite);
  if (finite.length < 2) return 0;
  const range = finite.reduce((most, cost) => Math.max(most, cost)) - finite.reduce((least, cost) => Math.min(least, cost));
  return range === 0 ? 0 : -range / Math.log(acceptance);
}

/**
 * Numbers in geometric progression, such as the temperatures of parallel annealing processes.
 * @param first first number, above 0; `last` the last one, above 0; `count` how many, at least 1 (then `first` alone).
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export function geometricLadder(first: number, last: number, count: number): number[] {
  if (!(first > 0 && last > 0 && Number.isFinite(first) && Number.isFinite(last) && count >= 1)) {
    throw new EvospiceError('TOOLBOX_RANGE', `no ladder of ${count} leads from ${first} to ${last}`, { received: [first, last, count], expected: 'two finite numbers above 0, and at least one rung' });
  }
  return Array.from({ length: count }, (_, rung) => (count === 1 ? first : first * (last / first) ** (rung / (count - 1))));
}
