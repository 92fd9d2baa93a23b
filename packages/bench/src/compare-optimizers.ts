import { EvospiceError, type Optimizer, type Simulator, type Task } from '@evospice/contracts';
import type { BenchRun } from './bench-run.ts';
import { refuseDuplicates } from './refuse-duplicates.ts';
import type { BenchCell } from './run/bench-cell.ts';
import { CellRunner, type CellParts } from './run/cell-runner.ts';
import { runCells } from './run/run-cells.ts';
import { summarize, type ComparisonSummary } from './summarize.ts';
import type { TargetChoice } from './target.ts';

export interface BenchEntry {
  /** Unique among the entries. */
  readonly name: string;
  /** One for all runs, or a maker that gives each run its own. */
  readonly optimizer: Optimizer | (() => Optimizer);
}

export interface CompareRequest {
  readonly entries: readonly BenchEntry[];
  readonly tasks: readonly Task[];
  /** Whole numbers; each entry runs on each task with each of them. */
  readonly seeds: readonly number[];
  /** Budget units of each run. */
  readonly budget: number;
  readonly simulator: Simulator;
  readonly metric?: 'relative' | 'log';
  readonly target?: TargetChoice;
  /** Runs at once, each with a simulator session of its own; 1 by default. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  /** Called with each run as it ends, in order of ending. Must not throw. */
  readonly onRun?: (run: BenchRun) => void;
}

/** A comparison with every run it was computed from; plain JSON. */
export interface Comparison extends ComparisonSummary {
  readonly simulator: string;
  readonly budget: number;
  readonly seeds: readonly number[];
  /** Task after task, entry after entry, seed after seed, however they ended. */
  readonly runs: readonly BenchRun[];
}

/**
 * Runs every entry on every task with every seed under one budget, and summarizes.
 * The outcome does not depend on `concurrency`. An optimizer that fails is a run that ended as `failed`; a task or a
 * simulator that fails ends the comparison, since a table with holes would compare different things.
 * @throws EvospiceError `BENCH_EMPTY` when there is nothing to compare, `BENCH_DUPLICATE` for two entries or tasks of one
 *   name, `EXTRACTION_*` and `SIMULATOR_*` as `extract` and `Simulator.open`.
 */
export async function compareOptimizers(request: CompareRequest): Promise<Comparison> {
  const { simulator, budget, seeds, target, metric, signal } = request;
  const cells = cellsOf(request);
  const runs: BenchRun[] = [];
  await runCells({
    cells,
    concurrency: request.concurrency ?? 1,
    openHost: () => new CellRunner(partsOf(request), metric === undefined ? {} : { metric }),
    ...(signal === undefined ? {} : { signal }),
    onRun: (run, index) => {
      runs[index] = run;
      request.onRun?.(run);
    },
  });
  return { simulator: simulator.name, budget, seeds: [...seeds], ...summarize(runs, target === undefined ? {} : { target }), runs };
}

function cellsOf({ tasks, entries, seeds, budget }: CompareRequest): readonly BenchCell[] {
  refuseDuplicates('entry', entries.map((entry) => entry.name));
  refuseDuplicates('task', tasks.map((task) => task.id));
  refuseDuplicates('seed', seeds.map(String));
  const cells = tasks.flatMap((task) => entries.flatMap((entry) => seeds.map((seed) => ({ task: task.id, entry: entry.name, seed, budget }))));
  if (cells.length > 0) return cells;
  throw new EvospiceError('BENCH_EMPTY', 'there is nothing to compare', {
    received: { entries: entries.length, tasks: tasks.length, seeds: seeds.length }, expected: 'at least one entry, one task and one seed',
  });
}

function partsOf({ tasks, entries, simulator }: CompareRequest): CellParts {
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const optimizerByName = new Map(entries.map(({ name, optimizer }) => [name, optimizer]));
  return {
    taskNamed: async (id) => ({ task: taskById.get(id) as Task, simulator }),
    optimizerNamed: (entry) => {
      const optimizer = optimizerByName.get(entry) as BenchEntry['optimizer'];
      return typeof optimizer === 'function' ? optimizer() : optimizer;
    },
  };
}
