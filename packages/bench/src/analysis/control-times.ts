import { geometricMean, median } from '@evospice/toolbox';
import type { BenchRun } from '../bench-run.ts';
import type { ControlTime, ControlTimes, ControlTimeSummary, LowerErrors } from './bench-analysis.ts';
import { groupBy } from './group-by.ts';
import { errorAt, reachTimes, trackOf, type RunTrack } from './run-track.ts';
import { floored } from './targets.ts';

/** Targets as multiples of the control's final error: the coarse fit, a near one, and hardly above it. */
const FACTORS: readonly number[] = [2, 1.25, 1.05];

/** Budgets at which errors are compared with the control's, besides the full one. */
const BUDGETS: readonly number[] = [60, 100];

/** Errors nearer to each other than this part count as equal. */
const EQUAL = 1e-3;

/** Runs by entry and task. The runs of one cell have one budget, which need not be that of another entry. */
export interface RunTable {
  readonly entries: readonly string[];
  readonly tasks: readonly string[];
  /** One entry on one task; empty where it has no run. */
  of(entry: string, task: string): readonly RunTrack[];
}

/** Runs as a table, entries and tasks in order of first appearance. */
export function runTable(runs: readonly BenchRun[]): RunTable {
  const cells = groupBy(runs, ({ entry, task }) => JSON.stringify([entry, task]));
  return {
    entries: [...new Set(runs.map(({ entry }) => entry))],
    tasks: [...new Set(runs.map(({ task }) => task))],
    of: (entry, task) => (cells.get(JSON.stringify([entry, task])) ?? []).map(trackOf),
  };
}

/**
 * How many simulations each entry takes to come near the error that the control ends at.
 * @param budget up to which errors are compared
 */
export function controlTimes(grid: RunTable, control: string, budget: number): ControlTimes {
  const times = grid.tasks.filter((task) => grid.of(control, task).length > 0).flatMap((task) => FACTORS.flatMap((factor) => timesOnTask(grid, { control, task, factor })));
  const others = grid.entries.filter((entry) => entry !== control);
  const budgets = [...BUDGETS.filter((units) => units < budget), budget];
  return {
    control,
    factors: FACTORS,
    times,
    overall: others.flatMap((entry) => FACTORS.flatMap((factor) => summaryOf(times.filter((time) => time.entry === entry && time.factor === factor)))),
    lower: others.flatMap((entry) => budgets.flatMap((units) => lowerErrors(grid, { control, entry, budget: units }))),
  };
}

interface Wanted {
  readonly control: string;
  readonly task: string;
  readonly factor: number;
}

/** Entry after entry; none where the start meets the target. */
function timesOnTask(grid: RunTable, { control, task, factor }: Wanted): readonly ControlTime[] {
  const tracks = grid.of(control, task);
  const { startError, allowed } = tracks[0] as RunTrack;
  const target = factor * floored(median(tracks.map(({ final }) => final)), startError);
  if (target >= startError) return [];
  const own = reached(tracks, target).simulations ?? allowed;
  return grid.entries.filter((entry) => grid.of(entry, task).length > 0).map((entry) => {
    const others = grid.of(entry, task);
    const found = reached(others, target);
    return { entry, task, factor, target, ...found, ratio: own / (found.simulations ?? (others[0] as RunTrack).allowed) };
  });
}

/** The simulations within which half of the runs had reached the target, and how many ever did. */
function reached(tracks: readonly RunTrack[], target: number): Pick<ControlTime, 'simulations' | 'successes' | 'runs'> {
  const times = tracks.map((track) => reachTimes(track, [target])[0] as number).sort((a, b) => a - b);
  const half = times[Math.ceil(times.length / 2) - 1] as number;
  return { simulations: Number.isFinite(half) ? half : null, successes: times.filter(Number.isFinite).length, runs: times.length };
}

/** One entry at one factor over its tasks; none without a task. */
function summaryOf(times: readonly ControlTime[]): readonly ControlTimeSummary[] {
  const [first] = times;
  if (first === undefined) return [];
  return [{
    entry: first.entry, factor: first.factor, tasks: times.length, ratio: geometricMean(times.map(({ ratio }) => ratio)),
    lost: times.filter(({ ratio }) => ratio < 1).map(({ task }) => task),
    missed: times.filter(({ simulations }) => simulations === null).map(({ task }) => task),
  }];
}

/** On how many tasks the entry's median error is lower, and on how many the control's. */
function lowerErrors(grid: RunTable, { control, entry, budget }: { readonly control: string; readonly entry: string; readonly budget: number }): readonly LowerErrors[] {
  const tasks = grid.tasks.filter((task) => grid.of(entry, task).length > 0 && grid.of(control, task).length > 0);
  if (tasks.length === 0) return [];
  const errors = tasks.map((task) => [entry, control].map((name) => {
    const tracks = grid.of(name, task);
    return floored(median(tracks.map((track) => errorAt(track, budget))), (tracks[0] as RunTrack).startError);
  }) as [number, number]);
  return [{
    entry, budget, tasks: tasks.length,
    entryLower: errors.filter(([own, other]) => own < other * (1 - EQUAL)).length,
    controlLower: errors.filter(([own, other]) => other < own * (1 - EQUAL)).length,
  }];
}
