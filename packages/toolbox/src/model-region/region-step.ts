import { dot } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';
import { normalEquations } from './normal-equations.ts';
import { minimizeQuadraticInBox } from './quadratic-in-box.ts';

/** Residuals that cost nothing to compute: a model of those that a simulator would give. */
export interface ResidualModel {
  /** m entries; undefined where the model has no answer. */
  residuals(point: readonly number[]): readonly number[] | undefined;
  /** Derivatives at a point where `residuals` has an answer: m rows of n entries. */
  jacobian(point: readonly number[]): readonly ArrayLike<number>[];
}

export interface RegionStepOptions {
  /** Centre of the region, n coordinates inside the box, where the model must have an answer. */
  readonly at: readonly number[];
  /** Largest scaled length of the step, above 0. */
  readonly radius: number;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Multiplies each coordinate of the step before its length is taken; 1 for all unless given. */
  readonly scale?: readonly number[];
  /** Penalty that the search begins with: 1 for a first step of about half the radius, the default; less for a region that is only a guess. */
  readonly ease?: number;
  /** Derivatives taken at most; 24 unless given. */
  readonly jacobians?: number;
  /** Relative decrease of the cost below which a smaller penalty is no longer tried; 1e-3 unless given. */
  readonly gain?: number;
}

export interface RegionStep {
  readonly point: number[];
  /** Share of the sum of squares that the model promises to be gone, in [0, 1]. */
  readonly predicted: number;
  /** Scaled length of the step, at most the radius. */
  readonly length: number;
  /** Model residuals at the point, m entries. */
  readonly residuals: readonly number[];
}

interface Place {
  readonly point: readonly number[];
  readonly residuals: readonly number[];
  readonly squares: number;
}

/**
 * Minimum of a non-linear model of residuals in a ball about a point and inside bounds: a penalty on the length of the step is lowered
 * until the step fills the ball or the model has no more to give, each minimum being the start of the next (Levenberg 1944; the path of
 * regularised minima of Tikhonov). Unlike a step on a linear model it follows exponentials and switches; unlike a minimum within walls it
 * leaves alone what the residuals do not depend on.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function regionStep(model: ResidualModel, options: RegionStepOptions): RegionStep {
  const { at, radius, lower, upper, scale = at.map(() => 1), ease = 1, gain = 1e-3 } = options;
  for (const [what, list] of [['lower', lower], ['upper', upper], ['scale', scale]] as const) requireSameLength(what, list.length, at.length);
  const first = model.residuals(at) ?? [];
  const start: Place = { point: at, residuals: first, squares: squaresOf(first) };
  const length = (point: readonly number[]): number => Math.sqrt(squaresOf(point.map((value, j) => scale[j]! * (value - at[j]!))));
  const search = new PenalisedSearch(model, options, scale);
  let penalty = (4 * ease * start.squares) / (radius * radius);
  let best = start;
  while (search.canGoOn) {
    const next = search.minimum(best, penalty);
    const reach = length(next.point);
    if (reach > radius) {
      best = best === start ? search.cut(start, next, radius / reach) : search.between(best, next, radius, length);
      break;
    }
    const improvement = best.squares - next.squares;
    const done = penalty <= 1e-3 * start.squares && improvement <= gain * best.squares;
    best = next.squares < best.squares ? next : best;
    if (reach > 0.8 * radius || done) break;
    penalty = Math.max(penalty / 8, 1e-8 * start.squares);
  }
  return { point: [...best.point], predicted: start.squares === 0 ? 0 : Math.max(0, 1 - best.squares / start.squares), length: length(best.point), residuals: best.residuals };
}

class PenalisedSearch {
  readonly #model: ResidualModel;
  readonly #options: RegionStepOptions;
  readonly #scale: readonly number[];
  #left: number;
  /** Kept from one penalty to the next: where the model bends, it bends for both. */
  #damping = 0;
  /** Derivatives are kept with their place: lowering the penalty goes on where the last search ended. */
  #known: { readonly place: Place; readonly matrix: number[][]; readonly gradient: number[] } | undefined;

  constructor(model: ResidualModel, options: RegionStepOptions, scale: readonly number[]) {
    this.#model = model;
    this.#options = options;
    this.#scale = scale;
    this.#left = options.jacobians ?? 24;
  }

  get canGoOn(): boolean {
    return this.#left > 0;
  }

  /** Gauss-Newton on the penalised sum of squares, damped where a step does not lower it. */
  minimum(from: Place, penalty: number): Place {
    const { at, lower, upper } = this.#options;
    const total = ({ point, squares }: Place): number => squares + penalty * squaresOf(point.map((value, j) => this.#scale[j]! * (value - at[j]!)));
    let place = from;
    let cost = total(place);
    for (let step = 0; step < 4 && this.canGoOn; step++) {
      const { matrix, gradient } = this.#equations(place);
      const { point } = place;
      const weights = this.#scale.map((value) => penalty * value * value);
      const slope = gradient.map((value, j) => value + weights[j]! * (point[j]! - at[j]!));
      const largest = Math.max(...matrix.map((row, j) => row[j]! + weights[j]!));
      let next: Place | undefined;
      for (let attempt = 0; attempt < 6 && next === undefined; attempt++) {
        const damped = matrix.map((row, i) => row.map((value, j) => (i === j ? (value + weights[i]!) * (1 + this.#damping) + 1e-3 * this.#damping * largest : value)));
        const move = minimizeQuadraticInBox(damped, slope, point.map((value, j) => Math.min(0, lower[j]! - value)), point.map((value, j) => Math.max(0, upper[j]! - value)));
        const trial = this.#at(point.map((value, j) => Math.min(upper[j]!, Math.max(lower[j]!, value + move[j]!))));
        if (trial !== undefined && total(trial) < cost) next = trial;
        else this.#damping = Math.max(8 * this.#damping, 1e-2);
      }
      if (next === undefined) break;
      place = next;
      const after = total(place);
      const small = cost - after < 0.02 * cost;
      cost = after;
      this.#damping *= 0.1;
      if (small) break;
    }
    return place;
  }

  /** A share of the way from the centre to a place outside the region, or the centre where even that is no better. */
  cut(start: Place, outside: Place, share: number): Place {
    for (let part = share; part > 0.01 * share; part *= 0.4) {
      const trial = this.#at(start.point.map((value, j) => value + part * (outside.point[j]! - value)));
      if (trial !== undefined && trial.squares < start.squares) return trial;
    }
    return start;
  }

  /** Where the way between a place inside and one outside meets the edge of the region, if the model likes it better. */
  between(inside: Place, outside: Place, radius: number, length: (point: readonly number[]) => number): Place {
    let [low, high] = [0, 1];
    const along = (part: number): number[] => inside.point.map((value, j) => value + part * (outside.point[j]! - value));
    for (let k = 0; k < 20; k++) {
      const middle = 0.5 * (low + high);
      if (length(along(middle)) <= radius) low = middle;
      else high = middle;
    }
    const trial = this.#at(along(low));
    return trial !== undefined && trial.squares < inside.squares ? trial : inside;
  }

  #at(point: readonly number[]): Place | undefined {
    const residuals = this.#model.residuals(point);
    const squares = residuals === undefined ? Number.NaN : squaresOf(residuals);
    return residuals === undefined || !Number.isFinite(squares) ? undefined : { point, residuals, squares };
  }

  #equations(place: Place): { matrix: number[][]; gradient: number[] } {
    if (this.#known?.place === place) return this.#known;
    this.#left--;
    this.#known = { place, ...normalEquations(this.#model.jacobian(place.point), place.residuals, place.point.length) };
    return this.#known;
  }
}

function squaresOf(values: readonly number[]): number {
  return dot(values, values);
}
