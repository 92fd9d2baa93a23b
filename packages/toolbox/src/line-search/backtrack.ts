import { EvospiceError } from '@evospice/contracts';
import type { LineCosts, LinePoint } from './line.ts';

export interface BacktrackOptions {
  /** Cost at place 0, and the derivative there, which must be below 0. */
  readonly cost: number;
  readonly slope: number;
  /** First place tried, above 0; 1 is the full step of a Newton-like method. */
  readonly step: number;
  /** Farthest place allowed, at least `step`. */
  readonly longest: number;
  /** Evaluations at most. */
  readonly iterations: number;
  /** Share of the decrease that the slope promises which must come true (Armijo 1966): 1e-4 unless stated. */
  readonly sufficient?: number;
}

/**
 * Backtracking line search (Armijo 1966; Dennis & Schnabel 1983, algorithm A6.3.1) for methods that know the slope and
 * whose gradients are dear: while the decrease is too small the place moves to the minimum of the parabola through what is known, to
 * between a tenth and a half of it. Once a place is accepted whose parabola has its minimum elsewhere - less than two thirds
 * or more than one and a half times as far - that one is tried too, once, since it costs one evaluation and a gradient many.
 * @returns the best place found; place 0 when none was good enough.
 * @throws EvospiceError `TOOLBOX_RANGE` for a direction that does not lead downhill, or a step that is not above 0.
 */
export async function backtrack(costs: LineCosts, options: BacktrackOptions): Promise<LinePoint & { readonly evaluations: number }> {
  const { cost, slope, step, longest, iterations, sufficient = 1e-4 } = options;
  if (!(slope < 0) || !(step > 0) || !(longest >= step)) {
    throw new EvospiceError('TOOLBOX_RANGE', 'no search leads downhill', { received: { slope, step, longest }, expected: 'slope < 0 < step <= longest' });
  }
  let place = step;
  for (let evaluations = 1; evaluations <= iterations; evaluations++) {
    const [found = Infinity] = await costs([place]);
    const second = (found - cost - slope * place) / place ** 2;
    // Of cost + slope t + second t^2; a straight or concave line promises more the further it goes.
    const vertex = second > 0 ? -slope / (2 * second) : Infinity;
    if (found <= cost + sufficient * slope * place) {
      const other = Math.min(longest, vertex, 4 * place);
      if (evaluations >= iterations || (other > place / 1.5 && other < place * 1.5)) return { place, cost: found, evaluations };
      const [again = Infinity] = await costs([other]);
      return again < found ? { place: other, cost: again, evaluations: evaluations + 1 } : { place, cost: found, evaluations: evaluations + 1 };
    }
    place = Math.min(place / 2, Math.max(place / 10, Number.isFinite(found) ? vertex : place / 4));
  }
  return { place: 0, cost, evaluations: iterations };
}
