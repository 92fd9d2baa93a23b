import { assembleJacobian } from '../differences/jacobian.ts';
import type { CountedModel, LeastSquaresPoint } from './model.ts';

export interface DifferenceOptions {
  /** Relative noise of the residuals; the step is its square root, or that of the machine precision if that is more. */
  readonly noise: number;
  /** Step as a multiple of |x_i| (of 1 where x_i is 0; MINPACK), or the same along every axis, for models over the unit cube. */
  readonly size: 'relative' | 'absolute';
}

/**
 * Jacobian at a point: the model's own, or forward differences in one batch of n (`fdjac2` of MINPACK), away from a bound
 * that is too near. Columns that failed are tried in the other direction, in a second batch; one that fails twice is
 * zero, which leaves its parameter where it is. The step is what arithmetic made of it, (x + h) - x.
 */
export async function measureJacobian<P extends LeastSquaresPoint>(counted: CountedModel<P>, point: P, { noise, size }: DifferenceOptions): Promise<readonly (readonly number[])[]> {
  const { model } = counted;
  counted.jacobians++;
  if (model.jacobian !== undefined) return model.jacobian(point);
  const { x } = point;
  const relative = Math.sqrt(Math.max(noise, Number.EPSILON));
  const inside = (index: number, value: number): boolean => value >= model.lower[index]! && value <= model.upper[index]!;
  const places = x.map((value, index) => {
    const length = size === 'relative' && value !== 0 ? relative * Math.abs(value) : relative;
    return inside(index, value + length) || !inside(index, value - length) ? value + length : value - length;
  });
  const at = (index: number): number[] => x.map((value, other) => (other === index ? places[index]! : value));
  const moved = await counted.evaluate(x.map((_, index) => at(index)));
  const back = x.flatMap((value, index) => (moved[index] === undefined && inside(index, 2 * value - places[index]!) ? [index] : []));
  if (back.length > 0 && counted.affordable > 0) {
    for (const index of back) places[index] = 2 * x[index]! - places[index]!;
    const again = await counted.evaluate(back.map(at));
    for (const [place, index] of back.entries()) moved[index] = again[place];
  }
  return assembleJacobian(point.residuals, places.map((place, index) => place - x[index]!), moved.map((found) => found?.residuals));
}
