import type { Evaluation, ModuleProblem } from '@evospice/plugin-problem-module';
import { numbersOf } from '../shared/answers.ts';
import { uniformIntegers } from '../shared/instances.ts';

/*
 * Online bin packing as in FunSearch (Romera-Paredes et al., Nature 625 (2024) 468): items of whole sizes 20 to 100, drawn uniformly, into
 * bins of 150, as the sets OR1 to OR4 of the OR-library are made. There, bins above the lower bound L2 were, in per cent, for best fit
 * 5.81, 6.06, 5.37, 4.94 and for FunSearch 5.30, 4.19, 3.11, 2.47 (120, 250, 500, 1,000 items). The instances here are drawn, not those.
 */
const capacity = 150;

/** Sizes of the items of an instance. */
export function itemsOf(seed: number, count: number): readonly number[] {
  const draw = uniformIntegers(seed);
  return Array.from({ length: count }, () => draw(20, 100));
}

/** Fewest bins there can be, by the bound L2 of Martello and Toth (Discrete Appl. Math. 28 (1990) 59): the best over all thresholds. */
export function lowerBound(items: readonly number[]): number {
  const thresholds = [0, ...new Set(items.filter((size) => 2 * size <= capacity))];
  return Math.max(...thresholds.map((threshold) => {
    const large = items.filter((size) => size > capacity - threshold);
    const middle = items.filter((size) => 2 * size > capacity && size <= capacity - threshold);
    const small = items.filter((size) => 2 * size <= capacity && size >= threshold);
    const space = middle.length * capacity - sum(middle);
    return large.length + middle.length + Math.max(0, Math.ceil((sum(small) - space) / capacity));
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Judges which bin each item was put into: bins used above the lower bound, in per cent. Small is good; the score is it, negated. */
export function judge(found: unknown, items: readonly number[]): Evaluation {
  const bins = numbersOf(found, items.length);
  if (bins === undefined) return { invalid: `it must return ${items.length} numbers of bins` };
  const free: number[] = [];
  for (const [index, bin] of bins.entries()) {
    if (!Number.isInteger(bin) || bin < 0 || bin > free.length) return { invalid: `item ${index} is in bin ${bin}, where there are ${free.length}` };
    const left = (free[bin] ?? capacity) - (items[index] as number);
    if (left < 0) return { invalid: `bin ${bin} is too full for item ${index}` };
    free[bin] = left;
  }
  const bound = lowerBound(items);
  const excess = (100 * (free.length - bound)) / bound;
  const early = bins.indexOf(Math.ceil(free.length / 2)) / bins.length;
  return { score: -excess, parts: { 'excess in per cent': excess, bins: free.length }, measures: { 'opened early': Math.max(0, early) } };
}

/** Whether the first items went where they go when other items follow: a program that looks ahead is found out. */
export function sameBeginning(first: unknown, second: unknown, length: number): boolean {
  return Array.isArray(first) && Array.isArray(second) && Array.from({ length }, (_, index) => index).every((index) => first[index] === second[index]);
}

/** The instance with the same first items and others behind them. */
export function continuedOtherwise(items: readonly number[], kept: number, seed: number): readonly number[] {
  return [...items.slice(0, kept), ...itemsOf(seed, items.length - kept)];
}

export const problem: ModuleProblem = {
  contract: `export default function pack(items: number[], capacity: number): number[]
// the bin of each item; bins are numbered from 0 as they are opened`,
  goal: 'Items come one by one and must be put into a bin at once, not knowing what follows. Use as few bins of capacity 150 as you can: write the function that says how well a bin suits an item.',
  rules: 'A program that looks at later items is turned away: what it did with the first items is compared with what it does when other items follow.',
  measures: ['opened early'],
  cases: [1, 2, 3].map((seed) => ({ id: `500 items, ${seed}`, seed, count: 500 })),
  validation: [11, 12].map((seed) => ({ id: `1,000 items, ${seed}`, seed, count: 1000 })),
  evaluate: async (program, { count, seed }) => {
    const items = itemsOf(seed, count as number);
    const found = await program.call('default', [...items], capacity);
    const kept = uniformIntegers(seed + 1000)(Math.ceil(items.length / 4), Math.floor(items.length / 2));
    const again = await program.call('default', [...continuedOtherwise(items, kept, seed + 2000)], capacity);
    if (!sameBeginning(found, again, kept)) return { invalid: 'the bins of the first items depend on later items' };
    return judge(found, items);
  },
};
