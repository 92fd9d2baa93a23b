import { mean, norm, orientedSimplex, simplexDiameter, simplexGradient } from '@evospice/toolbox';
import { placesOf, type Vertex } from './vertex.ts';

/** Kelley's alpha_0: the share of the first simplex's slope that a move must go down. */
const sufficient = 1e-4;

/**
 * Test of Kelley 1999 for stagnation: a move that leaves the best vertex in place must lower the mean cost by
 * alpha |D|^2, D the simplex gradient and alpha = 1e-4 sigma_0 / |D_0| from the first simplex. Where it does not, the simplex is
 * losing its shape, and one turned down the gradient takes its place.
 */
export class StagnationWatch {
  #left: number;
  #alpha: number | undefined;

  constructor(restarts: number) {
    this.#left = restarts;
  }

  /** Places of the simplex to go on with, the best vertex first; undefined while the moves do well. Both are sorted by cost. */
  restartAfter(before: readonly Vertex[], after: readonly Vertex[]): number[][] | undefined {
    if (this.#left === 0 || !finite(before) || !finite(after)) return undefined;
    const costs = after.map(({ cost }) => cost);
    this.#alpha ??= firstAlpha(before);
    const decrease = mean(before.map(({ cost }) => cost)) - mean(costs);
    // Kelley leaves shrinks (the mean rises) and progress of the best vertex alone.
    if (after[0]!.cost < before[0]!.cost || decrease <= 0) return undefined;
    const gradient = simplexGradient(placesOf(after), costs);
    if (decrease >= this.#alpha * norm(gradient) ** 2) return undefined;
    this.#left--;
    return orientedSimplex(placesOf(after), gradient);
  }
}

function firstAlpha(simplex: readonly Vertex[]): number {
  const slope = norm(simplexGradient(placesOf(simplex), simplex.map(({ cost }) => cost)));
  return slope === 0 ? 0 : (sufficient * simplexDiameter(placesOf(simplex))) / slope;
}

function finite(simplex: readonly Vertex[]): boolean {
  return simplex.every(({ cost }) => Number.isFinite(cost));
}
