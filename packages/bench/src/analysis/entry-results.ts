import { geometricMean, mean, median } from '@evospice/toolbox';
import type { Bootstrap } from '../statistics/bootstrap.ts';
import { midRanks } from '../statistics/ranks.ts';
import { quartiles } from '../summarize.ts';
import type { EcdfCurve, EntryResult, EntrySummary, EntryTimes } from './bench-analysis.ts';
import type { BenchGrid } from './bench-grid.ts';
import { anytimeArea } from './run-track.ts';
import { logArea } from './step-curve.ts';
import { floored } from './targets.ts';

/** Task after task, entry after entry. */
export function entryResults(grid: BenchGrid): readonly EntryResult[] {
  return grid.tasks.flatMap((task) => grid.entries.flatMap((entry) => {
    const tracks = grid.of(entry, task);
    if (tracks.length === 0) return [];
    const finals = grid.runs.filter((run) => run.entry === entry && run.task === task).map((run) => run.final);
    const validated = finals.flatMap(({ validate }) => (validate === null ? [] : [validate.relativeRms]));
    const errors = tracks.map((track) => track.final);
    return [{
      entry, task, seeds: tracks.length,
      error: quartiles(errors),
      train: quartiles(finals.map(({ train }) => train.relativeRms)),
      validate: validated.length === 0 ? null : quartiles(validated),
      best: Math.min(...errors),
      anytimeArea: quartiles(tracks.map(anytimeArea)),
    }];
  }));
}

/** Median final error of an entry on a task, not below the floor: what ranks and tests over tasks compare. */
export function medianError(grid: BenchGrid, entry: string, task: string): number {
  const tracks = grid.of(entry, task);
  return floored(median(tracks.map((track) => track.final)), tracks[0]!.startError);
}

/** Entries in order. */
export function entrySummaries(grid: BenchGrid, ecdf: readonly EcdfCurve[], bootstrap: Bootstrap): readonly EntrySummary[] {
  const ranks = rankTable(grid);
  return grid.entries.map((entry) => {
    const tasks = grid.tasksOf(entry);
    const own = tasks.map((task) => ranks.get(task)!.get(entry)!);
    const points = ecdf.find((curve) => curve.entry === entry && curve.task === null)!.points;
    return {
      entry,
      ...ratioToStart(grid, entry, bootstrap),
      meanRank: mean(own),
      ecdfArea: logArea(points, grid.budget),
      anytimeArea: geometricMean(tasks.map((task) => median(grid.of(entry, task).map(anytimeArea)))),
      wins: tasks.filter((task) => medianError(grid, entry, task) === Math.min(...present(grid, task).map((other) => medianError(grid, other, task)))).length,
    };
  });
}

function ratioToStart(grid: BenchGrid, entry: string, bootstrap: Bootstrap): Pick<EntrySummary, 'ratioToStart' | 'interval'> {
  const logs = grid.tasksOf(entry).map((task) => grid.of(entry, task).map(({ final, startError }) => Math.log(floored(final, startError) / startError)));
  const means = logs.map((values) => mean(values));
  return { ratioToStart: Math.exp(mean(means)), interval: bootstrap.geometricMeanInterval(means.length > 1 ? means : logs[0]!) };
}

/** Ranks of the entries present on each task. */
function rankTable(grid: BenchGrid): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(grid.tasks.map((task) => {
    const entries = present(grid, task);
    const ranks = midRanks(entries.map((entry) => medianError(grid, entry, task)));
    return [task, new Map(entries.map((entry, index) => [entry, ranks[index]!]))];
  }));
}

const present = (grid: BenchGrid, task: string): readonly string[] => grid.entries.filter((entry) => grid.of(entry, task).length > 0);

/** Entries whose runs were timed. */
export function entryTimes(grid: BenchGrid): readonly EntryTimes[] {
  return grid.entries.flatMap((entry) => {
    const seconds = grid.runs.flatMap((run) => (run.entry === entry && run.seconds !== undefined ? [run.seconds] : []));
    return seconds.length === 0 ? [] : [{ entry, wall: median(seconds.map(({ wall }) => wall)), own: median(seconds.map(({ own }) => own)) }];
  });
}
