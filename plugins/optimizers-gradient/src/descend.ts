import type { Place, SearchSpace } from '@evospice/optimizer-kit';
import { dot, subtract } from '@evospice/toolbox';

/** Where a descent stands: a place, the gradient there, and the coordinates that may move (no wall stops the steepest descent). */
export interface Station {
  readonly place: Place;
  readonly gradient: readonly number[];
  readonly free: readonly boolean[];
}

/** A move of a descent, and what it did to the gradient. */
export interface Move {
  readonly step: readonly number[];
  readonly change: readonly number[];
  /** Where it ended. */
  readonly gradient: readonly number[];
}

/** What tells one descent method from another. */
export interface DescentMethod {
  /** Gradient at a place. */
  gradient(place: Place): Promise<readonly number[]>;
  /** Direction to search in. */
  direction(station: Station): readonly number[];
  /** A search along a direction that leads downhill; the result is not dearer than the station's place. */
  search(station: Station, direction: readonly number[], slope: number): Promise<Place>;
  /** Learns from a move and the change of the gradient along it. */
  learn?(step: readonly number[], change: readonly number[]): void;
  /** Forgets what was learned; false when there was nothing. */
  forget(): boolean;
  /** Takes gradients more exactly from here; false when it cannot. */
  sharpen(): boolean;
  /** Whether the gradient after a move is too coarse to tell where to go, from the change of the gradient along the move; no, if left out. */
  coarse?(move: Move): boolean;
}

/** Iterations in a row that must bring next to nothing before a descent has converged. */
const patience = 2;

/**
 * The loop of every descent: gradient, direction, line search, learning. Where a line search brings nothing the method
 * first forgets what it learned, then takes the gradient more exactly, which it does earlier where the gradient is known
 * to be too coarse; after that it has converged.
 * @param tolerance relative decrease of the cost that counts as nothing.
 */
export async function descend(space: SearchSpace, start: Place, method: DescentMethod, tolerance: number): Promise<void> {
  let station = stationAt(space, start, await method.gradient(start));
  for (let idle = 0; ;) {
    const steepest = station.gradient.map((slope, axis) => (station.free[axis]! ? -slope : 0));
    const direction = downhill(method, station, steepest);
    const slope = dot(station.gradient, direction);
    const next = slope < 0 ? await method.search(station, direction, slope) : station.place;
    const gain = station.place.cost - next.cost;
    idle = gain > tolerance * Math.abs(station.place.cost) ? 0 : idle + 1;
    if (!(gain > 0) && method.forget()) continue;
    if (!(gain > 0) || idle >= patience) {
      if (!method.sharpen()) return;
      // Nothing is learned here: the change from a coarse gradient to a sharp one says nothing about curvature.
      idle = 0;
      station = stationAt(space, next, await method.gradient(next));
      continue;
    }
    const gradient = await method.gradient(next);
    const [step, change] = [subtract(next.at, station.place.at), subtract(gradient, station.gradient)];
    method.learn?.(step, change);
    const sharp = method.coarse?.({ step, change, gradient }) === true && method.sharpen() ? await method.gradient(next) : gradient;
    station = stationAt(space, next, sharp);
  }
}

/** The method's direction; the steepest descent where that one does not lead downhill. */
function downhill(method: DescentMethod, station: Station, steepest: readonly number[]): readonly number[] {
  const direction = method.direction(station);
  const slope = dot(station.gradient, direction);
  if (slope < 0 && Number.isFinite(slope)) return direction;
  return method.forget() ? method.direction(station) : steepest;
}

function stationAt(space: SearchSpace, place: Place, gradient: readonly number[]): Station {
  const [lower, upper] = space.walls;
  const free = place.at.map((value, axis) => !((value <= lower && gradient[axis]! > 0) || (value >= upper && gradient[axis]! < 0)));
  return { place, gradient, free };
}

/** Length of a direction in the coordinate that moves most. */
export function longestMove(direction: readonly number[]): number {
  return direction.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
