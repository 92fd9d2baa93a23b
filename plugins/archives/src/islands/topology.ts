import type { RandomSource } from '@evospice/contracts';

/**
 * Who sends migrants where.
 * - `ring`: each to the next, the last to the first, one way round
 * - `full`: each to all others
 * - `star`: the first to all others, all others to the first
 * - `random`: each to one of the others, drawn anew for every migration
 */
export type Topology = 'ring' | 'full' | 'star' | 'random';

export const topologies = ['ring', 'full', 'star', 'random'] as const satisfies readonly Topology[];

/** Where migrants of an island go to. @param count islands there are, at least 2 */
export function destinations(topology: Topology, from: number, count: number, random: RandomSource): readonly number[] {
  const others = Array.from({ length: count }, (_, island) => island).filter((island) => island !== from);
  if (topology === 'ring') return [(from + 1) % count];
  if (topology === 'full') return others;
  if (topology === 'star') return from === 0 ? others : [0];
  return [others[random.integer(0, others.length - 1)] as number];
}
