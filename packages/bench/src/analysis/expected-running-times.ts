import type { Bootstrap } from '../statistics/bootstrap.ts';
import type { ExpectedRunningTime, TaskFacts } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { reachTimes, type RunTrack } from './run-track.ts';
import { namedTargets, type NamedTarget } from './targets.ts';

/** Task after task, target after target, entry after entry. */
export function expectedRunningTimes(grid: BenchGrid, facts: readonly TaskFacts[], bootstrap: Bootstrap): readonly ExpectedRunningTime[] {
  return facts.flatMap((fact) => namedTargets(fact).flatMap((target) => grid.entries.flatMap((entry) => {
    const tracks = grid.of(entry, fact.task);
    return tracks.length === 0 ? [] : [expectedRunningTime(tracks, target, bootstrap)];
  })));
}

/** Of the runs of one entry on one task, at least one. */
export function expectedRunningTime(tracks: readonly RunTrack[], { label, target }: NamedTarget, bootstrap: Bootstrap): ExpectedRunningTime {
  const { entry, task } = tracks[0]!;
  const reached = tracks.map((track) => reachTimes(track, [target])[0]!);
  const spent = tracks.map((track, index) => (Number.isFinite(reached[index]) ? reached[index]! : track.spent));
  const ratio = (indices: Iterable<number>): number => {
    let [units, successes] = [0, 0];
    for (const index of indices) {
      units += spent[index]!;
      if (Number.isFinite(reached[index])) successes += 1;
    }
    return successes === 0 ? Number.POSITIVE_INFINITY : units / successes;
  };
  const [low, high] = bootstrap.interval(tracks.length, ratio);
  return {
    entry, task, target, label,
    value: finiteOrNull(ratio(tracks.keys())),
    interval: [finiteOrNull(low), finiteOrNull(high)],
    successes: reached.filter(Number.isFinite).length,
    runs: tracks.length,
  };
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
