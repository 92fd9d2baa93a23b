import { requireSameLength } from '../require-same-length.ts';

/**
 * How far a line can be followed inside the unit cube: the multiples of the direction between which `unit` + t * `direction`
 * has every coordinate in [0, 1] (`until: 'first'`), or at least one that moves (`until: 'last'`, for searches that clip
 * coordinates to the walls and slide along them).
 * @returns lower <= 0 <= upper; both 0 for a direction of zeros.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function lineRange(unit: readonly number[], direction: readonly number[], until: 'first' | 'last' = 'first'): { readonly lower: number; readonly upper: number } {
  requireSameLength('direction', direction.length, unit.length);
  const ends = unit.flatMap((place, index) => {
    const move = direction[index]!;
    if (move === 0) return [];
    const [down, up] = [-place / move, (1 - place) / move];
    return [{ lower: Math.min(0, down, up), upper: Math.max(0, down, up) }];
  });
  if (ends.length === 0) return { lower: 0, upper: 0 };
  const lowers = ends.map(({ lower }) => lower);
  const uppers = ends.map(({ upper }) => upper);
  return until === 'first' ? { lower: Math.max(...lowers), upper: Math.min(...uppers) } : { lower: Math.min(...lowers), upper: Math.max(...uppers) };
}
