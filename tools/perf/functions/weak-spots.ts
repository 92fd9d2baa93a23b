import { ellipsoid, namedFunction, seededShift, shifted, sphere, type TestFunction } from '@evospice/test-functions';
import { measure, middle } from '../shared/measure.ts';
import { makeOptimizer } from '../shared/optimizers.ts';
import { flatDrain, flatDrainTruth, plateau } from './least-squares-spots.ts';

/** How often, and how soon, an optimizer gets where plain implementations get. */
export interface WeakSpot {
  readonly label: string;
  readonly runs: number;
  readonly successes: number;
  /** Median evaluations of those; null without any. */
  readonly median: number | null;
  /** Median of f - f* at the end. */
  readonly best: number;
  /** Median evaluations of a plain implementation. */
  readonly reference?: number;
}

interface Spot {
  readonly label: string;
  readonly optimizer: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly problem: (seed: number) => TestFunction;
  readonly start: readonly number[] | 'random' | 'own';
  readonly budget: number;
  /** f - f* to be reached; by a seed where it depends on one. */
  readonly target: number | ((seed: number) => Promise<number>);
  readonly shown?: 'residuals';
  readonly reference?: number;
}

/** x^2 + 1e6 y^2 in [-5, 5]^2. */
const valley = { problem: () => ellipsoid(2), optimizer: 'steepest-descent', budget: 5000 } as const;

/** Parameters of Deb et al. 2002, but for the index 15 of the crossover, and the sphere moved by each seed. */
const deb = {
  optimizer: 'genetic-real', budget: 60_000, target: 1e-4, start: 'random',
  problem: (seed: number) => shifted(sphere(10), seededShift(10, 1000 + seed, 2)),
} as const;
const debOptions = { population: 100, crossoverIndex: 15, mutationIndex: 20, tolerance: 0, restarts: false };

/** Least squares with what suits a simulator that prints seven digits. */
const digits = { noise: 1e-7, tolerance: 1e-3 };

/** A thousandth above the sum of squares that a descent from the true parameters ends with. */
async function nextToTruth(seed: number): Promise<number> {
  const { best } = await measure(makeOptimizer('lm', { ...digits, restarts: false }), flatDrain(seed), { budget: 200, seed, shown: 'residuals', start: flatDrainTruth }, 60_000);
  return 1.001 * best;
}

const spots: readonly Spot[] = [
  ...['quadratic', 'golden', 'fibonacci'].map((method): Spot =>
    ({ ...valley, label: `valley from (-2.3, 1.7), ${method}`, options: { restarts: false, method }, start: [-2.3, 1.7], target: 1 })),
  ...['forward-then-central', 'central'].map((differences): Spot =>
    ({ ...valley, label: `valley, differences ${differences}`, options: { restarts: false, differences }, start: 'random', target: 1e-6 })),
  {
    label: 'rastrigin 10, well of the minimum', optimizer: 'simulated-annealing', options: {}, budget: 50_000, target: 0.5, start: 'random',
    problem: (seed) => shifted(namedFunction('rastrigin', { dimension: 10 }), seededShift(10, 1000 + seed, 2)),
  },
  // The operators of Deb's C program, written anew in NumPy: medians of 15 seeds, with each coordinate crossed with probability 1/2, as it has them, and with 1.
  { ...deb, label: 'sphere 10, operators of Deb', options: debOptions, reference: 11_500 },
  { ...deb, label: 'sphere 10, every coordinate crossed', options: { ...debOptions, crossoverShare: 1 }, reference: 9500 },
  ...['lm', 'dogleg'].flatMap((optimizer): Spot[] => [
    { label: 'plateau, first search', optimizer, options: { ...digits, restarts: false }, problem: plateau, start: 'own', budget: 100, target: 1e-12, shown: 'residuals' },
    { label: 'flat drain resistance', optimizer, options: digits, problem: flatDrain, start: 'own', budget: 200, target: nextToTruth, shown: 'residuals' },
  ]),
];

/** The spots that were weak once, one run a seed. */
export async function weakSpots(seeds: number, chosen: (optimizer: string) => boolean): Promise<WeakSpot[]> {
  const found: WeakSpot[] = [];
  for (const { label, optimizer, options, problem, start, budget, target, shown, reference } of spots.filter((spot) => chosen(spot.optimizer))) {
    const evaluations: number[] = [];
    const bests: number[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const least = typeof target === 'number' ? target : await target(seed);
      const run = await measure(makeOptimizer(optimizer, options), problem(seed), { budget, seed, targets: [least], start, ...(shown === undefined ? {} : { shown }) }, 60_000);
      if (typeof run.reached[0] === 'number') evaluations.push(run.reached[0]);
      bests.push(run.best);
    }
    const goal = typeof target === 'number' ? `, f - f* <= ${target}` : '';
    found.push({
      label: `${optimizer}: ${label}${goal}`, runs: seeds, successes: evaluations.length, median: evaluations.length === 0 ? null : middle(evaluations), best: middle(bests),
      ...(reference === undefined ? {} : { reference }),
    });
  }
  return found;
}
