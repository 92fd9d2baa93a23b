/**
 * Costs of places along a line, in order: one call is one batch for the simulator. Infinity stands for a place that failed
 * or violated a constraint. What it throws (the end of a budget) passes through every search unharmed.
 */
export type LineCosts = (places: readonly number[]) => Promise<readonly number[]>;

/** A place along a line, as a multiple of the direction, and the cost there. */
export interface LinePoint {
  readonly place: number;
  readonly cost: number;
}

/** A line to be searched from place 0. */
export interface Line {
  /** Cost at place 0. */
  readonly cost: number;
  /** First step, not 0; its sign says which side is tried first. */
  readonly step: number;
  /** Walls: lower <= 0 <= upper; -Infinity and Infinity where there is none. */
  readonly lower: number;
  readonly upper: number;
  /** Factor by which steps grow until the minimum is bracketed, in [1.5, 2] (Box, Davies & Swann 1969). */
  readonly growth: number;
  /** Evaluations at most. */
  readonly iterations: number;
  /** Derivative of the cost at place 0, where it is known and the line leads downhill. */
  readonly slope?: number;
  /** Second derivative along the line, where an earlier search of the same direction measured it (Powell 1964). */
  readonly curvature?: number;
  /** Other places whose costs are known. */
  readonly known?: readonly LinePoint[];
}

/** An interval that holds a minimum: lower.place <= best.place <= upper.place, no cost below the best's. */
export interface LineBracket {
  readonly lower: LinePoint;
  /** The cheapest place; equal to an end where the cost falls up to a wall, or where the evaluations ran out. */
  readonly best: LinePoint;
  readonly upper: LinePoint;
  readonly evaluations: number;
}

/** What a search along a line found. */
export interface LineMinimum extends LinePoint {
  /** The interval that still holds the minimum. */
  readonly lower: number;
  readonly upper: number;
  /** Evaluations spent. */
  readonly evaluations: number;
  /** Second derivative at the minimum, where three places around it tell one that is positive. */
  readonly curvature?: number;
}

/** The cheaper of two points, the first among equals. */
export function cheaper(a: LinePoint, b: LinePoint): LinePoint {
  return b.cost < a.cost ? b : a;
}

/** The place itself between the walls, and the nearer wall beyond them. A place is a multiple of the line's direction, finite or not; NaN stays NaN. */
export function withinWalls(line: Pick<Line, 'lower' | 'upper'>, place: number): number {
  return Math.min(line.upper, Math.max(line.lower, place));
}
