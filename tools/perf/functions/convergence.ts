import { ellipsoid, rosenbrock, seededShift, shifted, sphere, type TestFunction } from '@evospice/test-functions';
import { OutOfTime, cpuMs, measure, middle } from '../shared/measure.ts';
import { makeOptimizer, optimizerNames } from '../shared/optimizers.ts';

/** Figures of public implementations on these functions: median evaluations, and successes of 15 where not all were. */
type Reference = Readonly<Partial<Record<FunctionName, number | readonly [number, number]>>>;

export interface Entry {
  readonly label: string;
  readonly optimizer: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly budget?: number;
  readonly reference?: Reference;
}

const functions = { sphere, ellipsoid, rosenbrock } as const;
type FunctionName = keyof typeof functions;
export const functionNames = Object.keys(functions) as FunctionName[];
export const dimension = 10;
const target = 1e-6;

/** Optimizers that spend seconds on a point have a table of their own. */
export const modelBased: readonly string[] = ['bayesian', 'tpe'];

/** Entries with a figure to compare with, or other options than the defaults. */
const special: readonly Entry[] = [
  { label: 'psade', optimizer: 'psade', budget: 200_000, reference: { sphere: 6504, ellipsoid: 10_474, rosenbrock: 41_851 } },
  { label: 'psade, floors 1e-10', optimizer: 'psade', options: { tmin: 1e-10, rmin: 1e-10 }, budget: 200_000, reference: { sphere: 5971, ellipsoid: 10_129, rosenbrock: 36_850 } },
  { label: 'cma-es', optimizer: 'cma-es', reference: { sphere: 1176, ellipsoid: 3782, rosenbrock: 5362 } },
  { label: 'de, classical, 100 members', optimizer: 'de', options: { scheme: 'rand-1-bin', population: 100 }, reference: { sphere: 17_062, ellipsoid: 24_157 } },
  // The public implementations of the next ones go on to the last digit; the defaults here stop at a thousandth of the box and start again.
  { label: 'complex, size 1e-6 %', optimizer: 'complex', options: { size: 1e-6 }, reference: { sphere: 1746, ellipsoid: 5815, rosenbrock: [4901, 12] } },
  { label: 'powell', optimizer: 'powell', reference: { sphere: 129, ellipsoid: 224, rosenbrock: 4277 } },
  { label: 'dfp', optimizer: 'dfp', reference: { sphere: 34, ellipsoid: 392, rosenbrock: [2273, 11] } },
  { label: 'hooke-jeeves, epsilon 1e-6 %', optimizer: 'hooke-jeeves', options: { epsilon: 1e-6 }, reference: { sphere: 651, ellipsoid: 1105, rosenbrock: [3261, 14] } },
];

/** One entry an optimizer of the registry, and those with options of their own. */
export function entries(only: readonly string[] | undefined): readonly Entry[] {
  const plain = optimizerNames().filter((name) => !modelBased.includes(name) && special.every(({ label }) => label !== name)).map((name): Entry => ({ label: name, optimizer: name }));
  return [...special, ...plain].filter(({ optimizer }) => only?.includes(optimizer) ?? true);
}

export interface Cell {
  /** Median evaluations of the runs that reached the target; null when none did. */
  readonly median: number | null;
  readonly successes: number;
  readonly seeds: number;
  /** Median of f - f* at the end of all runs. */
  readonly best: number;
  /** Against the reference; below 1 is faster. */
  readonly ratio: number | null;
  readonly reference: number | null;
  readonly referenceSuccesses: number | null;
  readonly outOfTime: number;
}

/** The minimum lies elsewhere in [-2, 2]^n for each seed, the start anywhere in [-5, 5]^n. */
function problem(name: FunctionName, seed: number): TestFunction {
  return shifted(functions[name](dimension), seededShift(dimension, 1000 + seed, 2));
}

export async function measureCell(entry: Entry, name: FunctionName, seeds: number, milliseconds: number): Promise<Cell> {
  const evaluations: number[] = [];
  const bests: number[] = [];
  let outOfTime = 0;
  const deadline = cpuMs() + milliseconds;
  for (let seed = 1; seed <= seeds; seed++) {
    const run = await measure(makeOptimizer(entry.optimizer, entry.options), problem(name, seed), {
      budget: entry.budget ?? 50_000, seed, targets: [target], start: 'random',
    }, Math.max(0, deadline - cpuMs()));
    if (run.failure instanceof OutOfTime) outOfTime += 1;
    const [reached] = run.reached;
    if (typeof reached === 'number') evaluations.push(reached);
    bests.push(run.best);
  }
  const stated = entry.reference?.[name];
  const [reference, referenceSuccesses] = stated === undefined ? [null, null] : typeof stated === 'number' ? [stated, 15] : stated;
  const median = evaluations.length === 0 ? null : middle(evaluations);
  return {
    median, successes: evaluations.length, seeds, best: middle(bests),
    ratio: median === null || reference === null ? null : median / reference, reference, referenceSuccesses, outOfTime,
  };
}
