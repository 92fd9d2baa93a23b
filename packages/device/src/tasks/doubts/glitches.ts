import { placeOf, type Doubt, type MeasuredCurve } from './measured-curve.ts';

/** A glitch differs from what its neighbours say by this part of itself at least, and by so many times the scatter around it. */
const [part, scatter] = [0.1, 12];
/** How far the misses beside a glitch may be from what it alone would make of them, as a part of its own. */
const likeness = 0.1;
/** Points on either side that say how much a curve scatters, and how many a curve needs. */
const [beside, fewest] = [8, 9];

/**
 * Single readings that jump out of a smooth curve. The cubic through four neighbours misses such a point; through the jump it misses those
 * next to it as well, by known parts on known sides, and all others by far less. Steps, kinks, humps and noise do not look so.
 * Currents over decades are compared as asinh(value / floor), which is a logarithm above the floor.
 */
export function glitchDoubts(measured: MeasuredCurve): readonly Doubt[] {
  const { curve, entry, lines } = measured;
  return curve.measured.flatMap(({ column, kind, values, floor }): Doubt[] => {
    if (kind === 'v' || values.length < fewest) return [];
    const neighbours = Array.from(values, (_, point) => neighboursOf(curve.x, point));
    const y = Array.from(values, (value) => Math.asinh(value / floor));
    const misses = y.map((value, point) => neighbours[point]?.reduce((rest, { at, share }) => rest - share * y[at]!, value) ?? Number.NaN);
    const points = [...misses.keys()].filter((point) => Math.abs(values[point]!) >= floor && standsOut(misses, point) && isAlone(misses, neighbours, point));
    const [first] = points;
    if (first === undefined) return [];
    return [{
      kind: `glitch ${entry.file} ${column}`, column, points,
      text: `${placeOf(measured, lines[first]!)}: ${column} of curve ${curve.id} jumps to ${values[first]} here and back${points.length === 1 ? '' : `, and at ${points.length - 1} other points`}`,
    }];
  });
}

/** A point that a cubic goes through, with its share in the value between. */
interface Neighbour {
  readonly at: number;
  readonly share: number;
}

/** The two points before and the two after, with Lagrange's shares; undefined where there are not so many, or the sweep stands or turns. */
function neighboursOf(x: Float64Array, point: number): readonly Neighbour[] | undefined {
  if (point < 2 || point + 2 >= x.length) return undefined;
  const sweep = Math.sign(x[point + 2]! - x[point - 2]!);
  if (sweep === 0 || ![-1, 0, 1, 2].every((step) => Math.sign(x[point + step]! - x[point + step - 1]!) === sweep)) return undefined;
  const around = [point - 2, point - 1, point + 1, point + 2];
  return around.map((at) => ({ at, share: around.reduce((product, other) => (other === at ? product : (product * (x[point]! - x[other]!)) / (x[at]! - x[other]!)), 1) }));
}

/** True where the misses around are those that a jump at this point alone makes. */
function isAlone(misses: readonly number[], neighbours: readonly (readonly Neighbour[] | undefined)[], point: number): boolean {
  const own = misses[point]!;
  return [-2, -1, 1, 2].every((step) => {
    const share = neighbours[point + step]?.find(({ at }) => at === point)?.share;
    return share === undefined ? Math.abs(step) === 2 : Math.abs(misses[point + step]! + share * own) <= likeness * Math.abs(own);
  });
}

function standsOut(misses: readonly number[], point: number): boolean {
  const size = Math.abs(misses[point]!);
  if (!(size >= Math.log1p(part))) return false;
  const others = misses.flatMap((miss, at) => (Number.isFinite(miss) && Math.abs(at - point) > 2 && Math.abs(at - point) <= beside ? [Math.abs(miss)] : []));
  // A second glitch nearby does not count as scatter.
  return others.length >= 3 && size > scatter * Math.max(...others.toSorted((a, b) => a - b).slice(0, Math.ceil(others.length * 0.8)));
}
