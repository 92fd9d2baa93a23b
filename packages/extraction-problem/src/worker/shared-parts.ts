import type { ExtractionParts } from './extraction-parts.ts';

/** Parts that live in this process, by the key that a worker's set-up names them with. */
const shared = new Map<string, ExtractionParts>();
let last = 0;

/** Lets workers in this process use these parts instead of making their own. `release` forgets them. */
export function shareParts(parts: ExtractionParts): { readonly key: string; release(): void } {
  last += 1;
  const key = `${process.pid}/${last}`;
  shared.set(key, parts);
  return { key, release: () => void shared.delete(key) };
}

/** The parts shared under a key; undefined in any other process. */
export function sharedParts(key: string): ExtractionParts | undefined {
  return shared.get(key);
}
