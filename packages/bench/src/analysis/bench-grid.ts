import { EvospiceError } from '@evospice/contracts';
import type { BenchRun } from '../bench-run.ts';
import { groupBy } from './group-by.ts';
import { trackOf, type RunTrack } from './run-track.ts';

export interface GridOptions {
  /** Names in the order wanted; others follow in order of first appearance, names without runs are passed over. */
  readonly entries?: readonly string[];
  readonly tasks?: readonly string[];
  /** Why an entry has no run on a task, where it said so. */
  readonly notApplicable?: readonly { readonly entry: string; readonly task: string; readonly reason: string }[];
}

export interface GridGap {
  readonly entry: string;
  readonly task: string;
  readonly seeds: readonly number[];
  readonly reason: string | null;
}

/** Runs of one budget as a table of entries by tasks by seeds, with its holes. */
export class BenchGrid {
  readonly budget: number;
  readonly entries: readonly string[];
  readonly tasks: readonly string[];
  readonly seeds: readonly number[];
  /** Task after task, entry after entry, seeds ascending: the same whatever order the runs came in. */
  readonly runs: readonly BenchRun[];
  readonly gaps: readonly GridGap[];
  readonly #cells: ReadonlyMap<string, readonly RunTrack[]>;

  /**
   * @throws EvospiceError `BENCH_EMPTY` for no runs, `BENCH_MIXED` for runs of different budgets or start errors (by more
   *   than a millionth) of one task, `BENCH_DUPLICATE` for two runs of one entry, task and seed, `BENCH_RUN` for a run that
   *   cannot be judged.
   */
  constructor(runs: readonly BenchRun[], { entries, tasks, notApplicable = [] }: GridOptions = {}) {
    const [first] = runs;
    if (first === undefined) throw new EvospiceError('BENCH_EMPTY', 'there is no run to analyse', { expected: 'at least one run' });
    for (const run of runs) refuseUnfit(run, first.run.allowed);
    this.budget = first.run.allowed;
    this.entries = ordered(runs.map((run) => run.entry), entries);
    this.tasks = ordered(runs.map((run) => run.task), tasks);
    this.seeds = ascending(runs.map((run) => run.seed));
    const cells = groupBy(runs, (run) => key(run.entry, run.task));
    for (const cell of cells.values()) cell.sort((a, b) => a.seed - b.seed);
    this.runs = this.tasks.flatMap((task) => this.entries.flatMap((entry) => cells.get(key(entry, task)) ?? []));
    for (const [index, run] of this.runs.entries()) refuseRepeat(run, this.runs[index - 1]);
    this.#cells = new Map([...cells].map(([name, cell]) => [name, cell.map(trackOf)]));
    const reasons = new Map(notApplicable.map(({ entry, task, reason }) => [key(entry, task), reason]));
    this.gaps = this.tasks.flatMap((task) => this.#gapsOf(task, reasons));
    for (const task of this.tasks) refuseStarts(task, this.ofTask(task));
  }

  /** One entry on one task, seeds ascending; empty where it has no run. */
  of(entry: string, task: string): readonly RunTrack[] {
    return this.#cells.get(key(entry, task)) ?? [];
  }

  ofEntry(entry: string): readonly RunTrack[] {
    return this.tasks.flatMap((task) => this.of(entry, task));
  }

  ofTask(task: string): readonly RunTrack[] {
    return this.entries.flatMap((entry) => this.of(entry, task));
  }

  /** Tasks on which the entry has runs. */
  tasksOf(entry: string): readonly string[] {
    return this.tasks.filter((task) => this.of(entry, task).length > 0);
  }

  /** Whether the entry has a run with every seed of the task: only then can it be compared there. */
  complete(entry: string, task: string): boolean {
    return !this.gaps.some((gap) => gap.entry === entry && gap.task === task);
  }

  #gapsOf(task: string, reasons: ReadonlyMap<string, string>): readonly GridGap[] {
    const seeds = ascending(this.ofTask(task).map((track) => track.seed));
    return this.entries.flatMap((entry) => {
      const present = new Set(this.of(entry, task).map((track) => track.seed));
      const missing = seeds.filter((seed) => !present.has(seed));
      return missing.length === 0 ? [] : [{ entry, task, seeds: missing, reason: reasons.get(key(entry, task)) ?? null }];
    });
  }
}

const key = (entry: string, task: string): string => JSON.stringify([entry, task]);

const ascending = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

function ordered(present: readonly string[], wanted: readonly string[] = []): readonly string[] {
  const names = new Set(present);
  return [...new Set([...wanted.filter((name) => names.has(name)), ...present])];
}

function refuseUnfit({ entry, task, seed, run }: BenchRun, budget: number): void {
  const whose = `the run of ${entry} on ${task} with seed ${seed}`;
  if (!(run.startError > 0) || !Number.isFinite(run.startError) || !(run.allowed > 0)) {
    throw new EvospiceError('BENCH_RUN', `${whose} cannot be judged`, { received: { startError: run.startError, allowed: run.allowed }, expected: 'a start error and a budget greater than 0' });
  }
  if (run.allowed === budget) return;
  throw new EvospiceError('BENCH_MIXED', `${whose} had another budget`, { received: run.allowed, expected: `${budget} units, as the others`, remedy: 'analyse each budget by itself, as analysesOf does' });
}

function refuseRepeat(run: BenchRun, before: BenchRun | undefined): void {
  if (before === undefined || before.entry !== run.entry || before.task !== run.task || before.seed !== run.seed) return;
  throw new EvospiceError('BENCH_DUPLICATE', `${run.entry} on ${run.task} with seed ${run.seed} was given twice`, { received: [run.entry, run.task, run.seed], expected: 'each run once' });
}

function refuseStarts(task: string, tracks: readonly RunTrack[]): void {
  const errors = tracks.map((track) => track.startError);
  const [least, greatest] = [Math.min(...errors), Math.max(...errors)];
  if (greatest <= least * (1 + 1e-6)) return;
  throw new EvospiceError('BENCH_MIXED', `runs on ${task} began from different errors`, { received: [least, greatest], expected: 'one starting card and one metric a task' });
}
