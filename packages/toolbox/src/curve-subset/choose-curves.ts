import { EvospiceError } from '@evospice/contracts';
import { deviationCorrelation, type CurvePoint } from './deviation-kernel.ts';

export interface CurveChoice {
  /** Points of each curve, a few of them evenly spread are enough: the work grows with the square of their number. */
  readonly curves: readonly (readonly CurvePoint[])[];
  /** Share of the budget that each costs, above 0. */
  readonly costs: readonly number[];
  /** Sum of costs that must not be passed, except by the first curve. */
  readonly share: number;
  /** Share of the variance that may stay unexplained; 0.1 unless given. */
  readonly unexplained?: number;
  /** Curves that are worth half as much, such as those that were chosen last time. */
  readonly avoid?: readonly number[];
}

/**
 * Curves that say most about all others for their cost: greedily, by how much of the variance of a Gaussian process over bias, geometry and
 * temperature each explains (sensor placement, Krause, Singh & Guestrin 2008, J. Mach. Learn. Res. 9:235).
 * @returns indices of curves, ascending; curves without points are never chosen.
 * @throws EvospiceError `TOOLBOX_RANGE` for a cost not above 0.
 */
export function chooseCurves({ curves, costs, share, unexplained = 0.1, avoid = [] }: CurveChoice): number[] {
  if (costs.length !== curves.length || costs.some((cost) => !(cost > 0))) {
    throw new EvospiceError('TOOLBOX_RANGE', 'a curve without a cost above 0', { received: costs, expected: `${curves.length} numbers above 0` });
  }
  const owner = curves.flatMap((points, curve) => points.map(() => curve));
  const all = curves.flat();
  const covariance = all.map((a) => Float64Array.from(all, (b) => deviationCorrelation(a, b)));
  const chosen: number[] = [];
  let spent = 0;
  for (;;) {
    const left = covariance.reduce((sum, row, k) => sum + row[k]!, 0);
    if (left <= unexplained * all.length) break;
    let best: { readonly curve: number; readonly worth: number } | undefined;
    for (const [curve, points] of curves.entries()) {
      if (points.length === 0 || chosen.includes(curve) || (chosen.length > 0 && spent + costs[curve]! > share)) continue;
      const worth = (explainedBy(covariance, owner, curve) / costs[curve]! ** 0.7) * (avoid.includes(curve) ? 0.5 : 1);
      if (worth > (best?.worth ?? 0)) best = { curve, worth };
    }
    if (best === undefined) break;
    chosen.push(best.curve);
    spent += costs[best.curve]!;
    for (const [k, one] of owner.entries()) if (one === best.curve) conditionOn(covariance, k);
  }
  return chosen.sort((a, b) => a - b);
}

/** Noise of a known value: two curves at one place must not make the covariance singular. */
const nugget = 0.02;

/** Variance that a curve explains, taking at each point only the one of its points that says most: cheap, and a lower bound. */
function explainedBy(covariance: readonly Float64Array[], owner: readonly number[], curve: number): number {
  const own = owner.flatMap((one, k) => (one === curve ? [k] : []));
  let sum = 0;
  for (const row of covariance) {
    let most = 0;
    for (const k of own) most = Math.max(most, (row[k]! * row[k]!) / (covariance[k]![k]! + nugget));
    sum += most;
  }
  return sum;
}

function conditionOn(covariance: readonly Float64Array[], known: number): void {
  const column = Float64Array.from(covariance, (row) => row[known]!);
  const scale = 1 / (column[known]! + nugget);
  for (const [k, row] of covariance.entries()) {
    const factor = column[k]! * scale;
    if (factor !== 0) for (let j = 0; j < row.length; j++) row[j]! -= factor * column[j]!;
  }
}
