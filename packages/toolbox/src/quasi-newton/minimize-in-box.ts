import { dot } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

export interface DifferentiableValue {
  readonly value: number;
  readonly gradient: readonly number[];
}

export interface BoxMinimization {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Steps; 50 unless given. */
  readonly iterations?: number;
  /** Pairs of differences that the inverse Hessian is made of; 8 unless given. */
  readonly memory?: number;
  /** It ends when a step gains less than this, as a fraction of 1 + |value|; 1e-9 unless given. */
  readonly tolerance?: number;
}

export interface BoxMinimum {
  readonly point: number[];
  readonly value: number;
  readonly evaluations: number;
}

/**
 * Minimum of a cheap smooth function in a box: L-BFGS (Nocedal 1980) over the coordinates that are free, with backtracking
 * along the projected path (Bertsekas 1982). For models, not for simulators: it makes one call at a time and takes the
 * gradient from the function itself. Points where the value is not finite are stepped back from; the start must not be one.
 * @param f value and gradient, n entries, at a point of the box. @param start n entries, clipped to the box.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function minimizeInBox(f: (point: readonly number[]) => DifferentiableValue, start: readonly number[], options: BoxMinimization): BoxMinimum {
  const { lower, upper, iterations = 50, memory = 8, tolerance = 1e-9 } = options;
  requireSameLength('lower bounds', lower.length, start.length);
  requireSameLength('upper bounds', upper.length, start.length);
  const clip = (point: readonly number[]): number[] => point.map((value, i) => Math.min(upper[i]!, Math.max(lower[i]!, value)));
  let point = clip(start);
  let { value, gradient } = f(point);
  let evaluations = 1;
  let pairs: Pair[] = [];

  for (let step = 0; step < iterations && Number.isFinite(value); step++) {
    // A coordinate on a bound that the descent would push outwards stays there for this step.
    const slope = gradient.map((entry, i) => ((point[i]! <= lower[i]! && entry > 0) || (point[i]! >= upper[i]! && entry < 0) ? 0 : entry));
    const steepness = Math.sqrt(dot(slope, slope));
    if (!(steepness > 0)) break;
    let direction = quasiNewton(slope, pairs);
    if (!(dot(direction, slope) < -1e-12 * steepness * Math.sqrt(dot(direction, direction)))) {
      pairs = [];
      direction = quasiNewton(slope, pairs);
    }
    // Without a memory of curvature the first length is a guess: a tenth of the box.
    let length = pairs.length > 0 ? 1 : Math.min(1, 0.1 * Math.max(...upper.map((high, i) => high - lower[i]!))) / steepness;
    let next: { point: number[]; value: number; gradient: readonly number[] } | undefined;
    for (let attempt = 0; attempt < 20 && next === undefined; attempt++) {
      const trial = clip(point.map((entry, i) => entry + length * direction[i]!));
      const move = trial.map((entry, i) => entry - point[i]!);
      const expected = dot(gradient, move);
      if (!(expected < 0)) break;
      const found = f(trial);
      evaluations++;
      if (found.value <= value + 1e-4 * expected) next = { point: trial, ...found };
      // The parabola through both values and the slope, kept between a tenth and a half.
      else length *= Number.isFinite(found.value) ? Math.min(0.5, Math.max(0.1, -expected / (2 * (found.value - value - expected)))) : 0.1;
    }
    if (next === undefined) {
      if (pairs.length === 0) break;
      pairs = [];
      continue;
    }
    const reached = next;
    const s = reached.point.map((entry, i) => entry - point[i]!);
    const y = reached.gradient.map((entry, i) => entry - gradient[i]!);
    const curvature = dot(s, y);
    if (curvature > 1e-10 * Math.sqrt(dot(s, s) * dot(y, y))) pairs = [...pairs.slice(-(memory - 1)), { s, y, rho: 1 / curvature }];
    const gain = value - reached.value;
    ({ point, value, gradient } = reached);
    if (gain < tolerance * (1 + Math.abs(value))) break;
  }
  return { point, value, evaluations };
}

interface Pair {
  readonly s: readonly number[];
  readonly y: readonly number[];
  readonly rho: number;
}

/** -H g by the two loops (Nocedal & Wright 2006, algorithm 7.4), in the coordinates where g is not zero. */
function quasiNewton(gradient: readonly number[], pairs: readonly Pair[]): number[] {
  const q = gradient.map((entry) => -entry);
  const weights: number[] = [];
  for (const { s, y, rho } of [...pairs].reverse()) {
    const weight = rho * dot(s, q);
    weights.push(weight);
    for (let i = 0; i < q.length; i++) q[i]! -= weight * y[i]!;
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
  }
  for (const { s, y, rho } of pairs) {
    const correction = weights.pop()! - rho * dot(y, q);
    for (let i = 0; i < q.length; i++) q[i]! += correction * s[i]!;
  }
  return q.map((entry, i) => (gradient[i] === 0 ? 0 : entry));
}
