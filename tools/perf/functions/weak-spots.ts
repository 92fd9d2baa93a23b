import { ellipsoid, namedFunction, seededShift, shifted, type TestFunction } from '@evospice/test-functions';
import { measure, middle } from '../shared/measure.ts';
import { makeOptimizer } from '../shared/optimizers.ts';

/** How often, and how soon, an optimizer gets where plain implementations get. */
export interface WeakSpot {
  readonly label: string;
  readonly successes: number;
  /** Median evaluations of those; null without any. */
  readonly median: number | null;
  /** Median of f - f* at the end. */
  readonly best: number;
}

interface Spot {
  readonly label: string;
  readonly optimizer: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly problem: (seed: number) => TestFunction;
  readonly start: readonly number[] | 'random';
  readonly budget: number;
  readonly target: number;
}

/** x^2 + 1e6 y^2 in [-5, 5]^2. */
const valley = { problem: () => ellipsoid(2), optimizer: 'steepest-descent', budget: 5000 } as const;

const spots: readonly Spot[] = [
  ...['quadratic', 'golden', 'fibonacci'].map((method): Spot =>
    ({ ...valley, label: `valley from (-2.3, 1.7), ${method}`, options: { restarts: false, method }, start: [-2.3, 1.7], target: 1 })),
  ...['forward-then-central', 'central'].map((differences): Spot =>
    ({ ...valley, label: `valley, differences ${differences}`, options: { restarts: false, differences }, start: 'random', target: 1e-6 })),
  {
    label: 'rastrigin 10, well of the minimum', optimizer: 'simulated-annealing', options: {}, budget: 50_000, target: 0.5, start: 'random',
    problem: (seed) => shifted(namedFunction('rastrigin', { dimension: 10 }), seededShift(10, 1000 + seed, 2)),
  },
];

/** The spots that were weak once, one run a seed. */
export async function weakSpots(seeds: number, chosen: (optimizer: string) => boolean): Promise<WeakSpot[]> {
  const found: WeakSpot[] = [];
  for (const { label, optimizer, options, problem, start, budget, target } of spots.filter((spot) => chosen(spot.optimizer))) {
    const evaluations: number[] = [];
    const bests: number[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const run = await measure(makeOptimizer(optimizer, options), problem(seed), { budget, seed, targets: [target], start }, 60_000);
      if (typeof run.reached[0] === 'number') evaluations.push(run.reached[0]);
      bests.push(run.best);
    }
    found.push({ label: `${optimizer}: ${label}, f - f* <= ${target}`, successes: evaluations.length, median: evaluations.length === 0 ? null : middle(evaluations), best: middle(bests) });
  }
  return found;
}
