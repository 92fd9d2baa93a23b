import type { ArchiveEntry, Elite } from '@evospice/contracts';
import { figureOf } from '../common/entries.ts';
import type { Choice } from './list-archive.ts';

/** The objective that every entry has. */
export const SCORE = 'score';

/** @throws EvospiceError `ARCHIVE_MEASURE` */
function valueOf(entry: ArchiveEntry, objective: string): number {
  return objective === SCORE ? entry.objective : figureOf(entry, entry.objectives ?? {}, 'objective', objective);
}

/**
 * Elites that no other exceeds: none is at least as good in every objective and better in one; of equal ones the earlier stays. When there are too
 * many, those leave that lie closest to others by crowding distance (Deb et al. 2002, doi:10.1109/4235.996017), never the best in an objective.
 */
export function front(objectives: readonly string[], most: number): Choice {
  const valuesOf = (entry: ArchiveEntry): readonly number[] => objectives.map((name) => valueOf(entry, name));
  return {
    check: (entry) => { valuesOf(entry); },
    choose(elites) {
      const newcomer = elites.at(-1);
      if (newcomer === undefined) return [];
      const others = elites.slice(0, -1);
      const values = valuesOf(newcomer);
      if (others.some((other) => isAtLeast(valuesOf(other), values))) return others;
      const kept = [...others.filter((other) => !isAtLeast(values, valuesOf(other))), newcomer];
      return kept.length <= most ? kept : withoutCrowded(kept, kept.map(valuesOf));
    },
  };
}

function isAtLeast(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, index) => value >= (b[index] as number));
}

/** Without the elite that is missed least; the latest of equal ones. */
function withoutCrowded(elites: readonly Elite[], values: readonly (readonly number[])[]): readonly Elite[] {
  const distances = crowding(values);
  // At every end of an objective the distance is infinite, and so the greatest score stays.
  const least = Math.min(...distances);
  const gone = distances.lastIndexOf(least);
  return elites.toSpliced(gone, 1);
}

/** Crowding distances: sum over objectives of the gap between the neighbours, as a share of the range; infinite at the ends. */
function crowding(values: readonly (readonly number[])[]): number[] {
  const distances = values.map(() => 0);
  for (const axis of (values[0] ?? []).keys()) {
    const order = [...values.keys()].toSorted((a, b) => (values[a]?.[axis] as number) - (values[b]?.[axis] as number));
    const at = (place: number): number => values[order[place] as number]?.[axis] as number;
    const range = at(order.length - 1) - at(0);
    for (const [place, index] of order.entries()) {
      const isEnd = place === 0 || place === order.length - 1;
      const gap = isEnd ? Number.POSITIVE_INFINITY : range === 0 ? 0 : (at(place + 1) - at(place - 1)) / range;
      distances[index] = (distances[index] as number) + gap;
    }
  }
  return distances;
}
