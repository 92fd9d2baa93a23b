import { checkEpsilon, checkLine } from './check-line.ts';
import { withinWalls, type Line, type LineCosts, type LineMinimum, type LinePoint } from './line.ts';
import { parabolaMinimum } from './parabola.ts';

/** Share of the longer part of a bracket that a golden section step moves into it. */
const goldenShare = (3 - Math.sqrt(5)) / 2;

/** A parabola is trusted this many last steps beyond the places met. */
const reach = 10;

/**
 * Line search by parabolas (Powell 1964, Comput. J. 7:155-162, section 6): three places give a parabola, its minimum is
 * the next place, until it lies nearer than epsilon to the cheapest place met, and that one is the result. Where the
 * parabola opens downwards, steps grow by `growth`; where a place failed (Infinity) or the bracket hardly shrinks, a golden section
 * step takes its turn. With a slope or a curvature two places give a parabola.
 * @param line what is known beforehand.
 * @param epsilon distance, in per cent of the distance gone or of the first step (the longer; with a slope the distance alone), below which two places are one.
 * @throws EvospiceError `TOOLBOX_RANGE` for a line that cannot be searched, or an epsilon outside (0, 100].
 */
export async function quadraticSearch(costs: LineCosts, line: Line, epsilon: number): Promise<LineMinimum> {
  checkLine(line);
  checkEpsilon(epsilon);
  let points: readonly LinePoint[] = [{ place: 0, cost: line.cost }, ...(line.known ?? [])].sort((a, b) => a.place - b.place);
  let evaluations = 0;
  while (evaluations < line.iterations) {
    const place = nextQuadraticPlace(points, line, epsilon);
    if (place === undefined) break;
    const [cost = Infinity] = await costs([place]);
    evaluations++;
    points = [...points, { place, cost }].sort((a, b) => a.place - b.place);
  }
  const index = cheapest(points);
  const best = points[index]!;
  const around = points.slice(Math.max(0, Math.min(index - 1, points.length - 3))).slice(0, 3);
  const curvature = around.length === 3 ? secondDifference(around as [LinePoint, LinePoint, LinePoint]) : Number.NaN;
  return {
    ...best,
    lower: points[index - 1]?.place ?? best.place,
    upper: points[index + 1]?.place ?? best.place,
    evaluations,
    ...(curvature > 0 && curvature < Infinity ? { curvature } : {}),
  };
}

/**
 * The place that a quadratic line search evaluates next, from all that is known; without state of its own, so that a
 * search can be stopped and taken up again.
 * @param points places met, rising, all different; at least one.
 * @returns undefined when the search has converged.
 */
export function nextQuadraticPlace(points: readonly LinePoint[], line: Line, epsilon: number): number | undefined {
  const index = cheapest(points);
  const best = points[index]!;
  const tolerance = (epsilon / 100) * scaleOf(points, best, line);
  const isNew = (place: number | undefined): number | undefined =>
    place === undefined || points.some((point) => Math.abs(point.place - place) <= tolerance * 1e-3 || (point === best && Math.abs(point.place - place) <= tolerance)) ? undefined : place;

  if (points.length === 1) {
    const first = withinWalls(line, line.step);
    return first !== 0 ? first : isNew(withinWalls(line, -line.step));
  }
  if (index > 0 && index < points.length - 1) return isNew(inside(points, index, tolerance));
  const turned = index === 0;
  const view = turned ? mirrored(points, line) : { points, line };
  const wall = view.line.upper;
  if (best.place === (turned ? line.lower : line.upper)) {
    const place = contracted(view.points, view.line, wall);
    return isNew(place === undefined || !turned ? place : -place);
  }
  const place = expanded(view.points, view.line, tolerance);
  return isNew(turned && place !== undefined ? -place : place);
}

/** The length that epsilon is a share of. A slope is sure that there is a way down: then a first step that was far too long does not count. */
function scaleOf(points: readonly LinePoint[], best: LinePoint, { slope, step }: Line): number {
  if (slope === undefined) return Math.max(Math.abs(best.place), Math.abs(step));
  return best.place === 0 ? 1e-3 * Math.min(Math.abs(step), ...points.filter(({ place }) => place !== 0).map(({ place }) => Math.abs(place))) : Math.abs(best.place);
}

/** The cheapest place has neighbours on both sides. */
function inside(points: readonly LinePoint[], index: number, tolerance: number): number | undefined {
  const [left, best, right] = [points[index - 1]!, points[index]!, points[index + 1]!];
  if (right.place - left.place <= tolerance) return undefined;
  const [below, above] = [best.place - left.place, right.place - best.place];
  const golden = above > below ? best.place + goldenShare * above : best.place - goldenShare * below;
  // Flat as far as can be told: nothing more is to be gained.
  if (left.cost === best.cost && right.cost === best.cost) return undefined;
  const lopsided = Math.max(above, below) > 30 * Math.min(above, below);
  if (lopsided && points.length > 8 && points.length % 2 === 1 && Math.min(above, below) > tolerance) return golden;
  return vertex(left, best, right) ?? golden;
}

/** The cheapest place is the uppermost and below the wall. */
function expanded(points: readonly LinePoint[], line: Line, tolerance: number): number {
  const best = points.at(-1)!;
  const previous = points.at(-2)!;
  const gap = best.place - previous.place;
  // The other side of the start comes first with the same step, as in Davies, Swann and Campey's bracket.
  const turning = points.length === 2 && best.place === 0;
  const longest = withinWalls(line, best.place + reach * gap);
  const guess = points.length === 2 ? knownVertex(previous, best, line) : vertex(points.at(-3)!, previous, best);
  if (guess === undefined || guess < previous.place) return withinWalls(line, best.place + (turning ? gap : line.growth * gap));
  // Just short of a wall, the wall itself.
  return longest === line.upper && line.upper - guess <= tolerance ? line.upper : Math.min(longest, guess);
}

/** The cheapest place is the wall itself (a search along a descent direction starts at one): the minimum may lie before it. */
function contracted(points: readonly LinePoint[], line: Line, wall: number): number | undefined {
  const best = points.at(-1)!;
  const previous = points.at(-2)!;
  const guess = points.length === 2 ? knownVertex(previous, best, line) : vertex(points.at(-3)!, previous, best);
  if (guess !== undefined) return guess >= wall ? undefined : guess;
  // Nothing tells where: near the wall, since the start of the line is the cheapest.
  return previous.cost > best.cost ? wall - 0.25 * (wall - previous.place) : undefined;
}

/** Minimum of the parabola through two places and the slope or the curvature that is known. */
function knownVertex(a: LinePoint, b: LinePoint, { slope, curvature }: Line): number | undefined {
  const gap = b.place - a.place;
  const chord = (b.cost - a.cost) / gap;
  if (!Number.isFinite(chord)) return undefined;
  if (slope !== undefined && (a.place === 0 || b.place === 0)) {
    const second = a.place === 0 ? (2 * (chord - slope)) / gap : (2 * (slope - chord)) / gap;
    return second > 0 ? finite(-slope / second) : undefined;
  }
  return curvature === undefined || !(curvature > 0) ? undefined : finite((a.place + b.place) / 2 - chord / curvature);
}

function vertex(a: LinePoint, b: LinePoint, c: LinePoint): number | undefined {
  return [a, b, c].every(({ cost }) => Number.isFinite(cost)) ? parabolaMinimum([[a.place, a.cost], [b.place, b.cost], [c.place, c.cost]]) : undefined;
}

function secondDifference([a, b, c]: readonly [LinePoint, LinePoint, LinePoint]): number {
  return (2 * ((c.cost - b.cost) / (c.place - b.place) - (b.cost - a.cost) / (b.place - a.place))) / (c.place - a.place);
}

function cheapest(points: readonly LinePoint[]): number {
  return points.reduce((least, { cost }, index) => (cost < points[least]!.cost ? index : least), 0);
}

function finite(place: number): number | undefined {
  return Number.isFinite(place) ? place : undefined;
}

/** The line seen from the other side. */
function mirrored(points: readonly LinePoint[], line: Line): { readonly points: readonly LinePoint[]; readonly line: Line } {
  const flipped: Line = { ...line, lower: -line.upper, upper: -line.lower, step: -line.step };
  return {
    points: points.map(({ place, cost }) => ({ place: -place, cost })).reverse(),
    line: line.slope === undefined ? flipped : { ...flipped, slope: -line.slope },
  };
}
