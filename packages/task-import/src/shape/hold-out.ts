import type { RandomSource } from '@evospice/contracts';

/** What is held out of the fit to judge it by. */
export const splitModes = ['auto', 'geometry', 'temperature', 'bias', 'die', 'none'] as const;
export type SplitMode = (typeof splitModes)[number];

/** One in so many is held out, at least one, never the first or the last. */
const oneIn = 5;

/** Values that are held out of those in order: inner ones, so that a fit is judged between what it saw. Empty where there are fewer than three. @param needed what the fit cannot well do without */
export function heldOut<T>(ordered: readonly T[], random: RandomSource, needed: (value: T) => boolean = () => false): readonly T[] {
  const between = ordered.slice(1, -1);
  const free = between.filter((value) => !needed(value));
  const inner = free.length > 0 ? free : between;
  if (inner.length === 0) return [];
  const count = Math.max(1, Math.round(ordered.length / oneIn));
  const each = inner.length / count;
  return Array.from({ length: count }, (_, index) => inner[Math.min(inner.length - 1, Math.floor(index * each + random.integer(0, Math.max(0, Math.ceil(each) - 1))))]!)
    .filter((value, index, all) => all.indexOf(value) === index);
}

export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly split: 'train' | 'validate';
}

/** Ranges of one bias that put its held-out values apart from the others; their ends lie between neighbouring values. */
export function rangesOf(ordered: readonly number[], held: readonly number[]): readonly ValueRange[] {
  const ranges: { low: number; high: number; split: 'train' | 'validate' }[] = [];
  const between = (a: number, b: number): number => Number(((a + b) / 2).toPrecision(6));
  for (const [index, value] of ordered.entries()) {
    const split = held.includes(value) ? 'validate' : 'train';
    const before = ordered[index - 1];
    const after = ordered[index + 1];
    const step = Math.abs((after ?? value) - value) || Math.abs(value - (before ?? value));
    const low = before === undefined ? Number((value - step / 2).toPrecision(6)) : between(before, value);
    const high = after === undefined ? Number((value + step / 2).toPrecision(6)) : between(value, after);
    const last = ranges.at(-1);
    if (last?.split === split) last.high = high;
    else ranges.push({ low, high, split });
  }
  return ranges;
}
