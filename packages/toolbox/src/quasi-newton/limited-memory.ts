import { Matrix, inverse } from 'ml-matrix';
import { curvesUp } from './inverse-updates.ts';
import { dot } from '../linear-algebra/vectors.ts';

/** A step and the change of gradient along it. */
export interface CurvaturePair {
  readonly step: readonly number[];
  readonly change: readonly number[];
}

/**
 * Compact form of a limited-memory BFGS matrix B = theta I - W M W' (Byrd, Nocedal & Schnabel 1994, equation 3.5; Byrd,
 * Lu, Nocedal & Zhu 1995, equation 3.2). Without pairs B = theta I, W has no columns and M is empty.
 */
export interface LimitedMemoryMatrix {
  readonly theta: number;
  /** n rows of 2 k columns: Y, then theta S. */
  readonly w: readonly (readonly number[])[];
  /** 2 k x 2 k. */
  readonly m: readonly (readonly number[])[];
}

/**
 * The pairs with one more, the oldest dropped beyond `memory`. A pair without positive curvature is not remembered, since B would no longer be
 * positive definite.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function rememberPair(pairs: readonly CurvaturePair[], pair: CurvaturePair, memory: number): readonly CurvaturePair[] {
  return curvesUp(pair.step, pair.change) ? [...pairs, pair].slice(-memory) : pairs;
}

/**
 * B from the pairs, oldest first; theta is y'y / s'y of the youngest.
 * @param dimension n.
 * @param theta of a B without pairs, above 0.
 * @throws EvospiceError `TOOLBOX_SHAPE` for pairs of different length.
 */
export function limitedMemoryMatrix(pairs: readonly CurvaturePair[], dimension: number, theta = 1): LimitedMemoryMatrix {
  const last = pairs.at(-1);
  if (last === undefined) return { theta, w: Array.from({ length: dimension }, () => []), m: [] };
  const size = dot(last.change, last.change) / dot(last.step, last.change);
  const k = pairs.length;
  const products = pairs.map(({ step }) => pairs.map(({ change }) => dot(step, change)));
  const middle = Array.from({ length: 2 * k }, (_, row) => Array.from({ length: 2 * k }, (__, column) => {
    const [i, j] = [row % k, column % k];
    if (row < k && column < k) return i === j ? -products[i]![i]! : 0;
    if (row >= k && column >= k) return size * dot(pairs[i]!.step, pairs[j]!.step);
    // L: products of a step with the changes of older pairs.
    return row >= k ? (i > j ? products[i]![j]! : 0) : j > i ? products[j]![i]! : 0;
  }));
  const w = Array.from({ length: dimension }, (_, row) => [...pairs.map(({ change }) => change[row]!), ...pairs.map(({ step }) => size * step[row]!)]);
  return { theta: size, w, m: inverse(new Matrix(middle), true).to2DArray() };
}
