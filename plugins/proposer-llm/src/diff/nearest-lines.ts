import { distance } from 'fastest-levenshtein';

/** Line comparisons that are worth it: beyond, nobody reads the hint either. */
const MOST_COMPARISONS = 20_000;
/** Lines that are shown. */
const SHOWN_LINES = 8;
/** Share of the characters that must agree for a place to be called near. */
const LEAST_ALIKE = 0.5;

export interface NearestLines {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * The lines of a program that are most like those that were looked for.
 * @param within first line and the one behind the last, counted from 0
 * @returns undefined where nothing is near, or where it would take too long
 */
export function nearestLines(lines: readonly string[], wanted: readonly string[], { first, end }: { readonly first: number; readonly end: number }): NearestLines | undefined {
  const searched = wanted.slice(0, SHOWN_LINES);
  if (searched.length === 0 || (end - first) * searched.length > MOST_COMPARISONS) return undefined;
  let best = { place: -1, alike: LEAST_ALIKE };
  for (let place = first; place + searched.length <= end; place += 1) {
    const alike = searched.reduce((sum, line, offset) => sum + likeness(line, lines[place + offset]!), 0) / searched.length;
    if (alike > best.alike) best = { place, alike };
  }
  if (best.place < 0) return undefined;
  return { line: best.place + 1, text: lines.slice(best.place, best.place + searched.length).join('\n') };
}

/** Share of the longer line that need not be changed; white space at the ends does not count. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.trim().slice(0, 400), other.trim().slice(0, 400)];
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}
