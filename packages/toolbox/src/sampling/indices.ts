import { EvospiceError, type RandomSource } from '@evospice/contracts';

/** A random order of 0 … count - 1, all orders alike (Fisher & Yates 1938). */
export function permutation(count: number, random: RandomSource): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** `count` different indices from 0 to `size` - 1, none of them in `except`, in random order. @throws EvospiceError `TOOLBOX_RANGE` when there are too few. */
export function distinctIndices(count: number, size: number, random: RandomSource, except: readonly number[] = []): number[] {
  const excluded = new Set(except.filter((index) => index >= 0 && index < size));
  if (size - excluded.size < count) {
    throw new EvospiceError('TOOLBOX_RANGE', `${count} members of ${size - excluded.size}`, { received: size, expected: `at least ${count + excluded.size} members` });
  }
  const chosen: number[] = [];
  while (chosen.length < count) {
    const index = random.integer(0, size - 1);
    if (excluded.has(index)) continue;
    excluded.add(index);
    chosen.push(index);
  }
  return chosen;
}
