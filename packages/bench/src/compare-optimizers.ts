import { EvospiceError, type Optimizer, type Simulator, type Task } from '@evospice/kernel';
import { extract } from '@evospice/extraction';
import { benchRunOf, type BenchRun } from './bench-run.ts';
import { SessionSlot } from './session-slot.ts';
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

interface Assignment {
  readonly task: Task;
  readonly entry: BenchEntry;
  readonly seed: number;
}

/**
 * Runs every entry on every task with every seed under one budget, and summarizes.
 * The outcome does not depend on `concurrency`. An optimizer that fails is a run that ended as `failed`; a task or a
 * simulator that fails ends the comparison, since a table with holes would compare different things.
 * @throws EvospiceError `BENCH_EMPTY` when there is nothing to compare, `BENCH_DUPLICATE` for two entries or tasks of one
 *   name, `EXTRACTION_*` and `SIMULATOR_*` as `extract` and `Simulator.open`.
 */
export async function compareOptimizers(request: CompareRequest): Promise<Comparison> {
  const assignments = assign(request);
  const runs = await runAll(request, assignments);
  const { simulator, budget, seeds, target } = request;
  return { simulator: simulator.name, budget, seeds: [...seeds], ...summarize(runs, target === undefined ? {} : { target }), runs };
}

function assign({ tasks, entries, seeds }: CompareRequest): readonly Assignment[] {
  refuseDuplicates('entry', entries.map((entry) => entry.name));
  refuseDuplicates('task', tasks.map((task) => task.id));
  refuseDuplicates('seed', seeds.map(String));
  const assignments = tasks.flatMap((task) => entries.flatMap((entry) => seeds.map((seed) => ({ task, entry, seed }))));
  if (assignments.length > 0) return assignments;
  throw new EvospiceError('BENCH_EMPTY', 'there is nothing to compare', {
    met: { entries: entries.length, tasks: tasks.length, seeds: seeds.length }, expected: 'at least one entry, one task and one seed',
  });
}

/** Slots take the next assignment until none is left; the first failure stops them all. */
async function runAll(request: CompareRequest, assignments: readonly Assignment[]): Promise<readonly BenchRun[]> {
  const stop = new AbortController();
  const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
  const runs: BenchRun[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const slot = new SessionSlot(request.simulator);
    try {
      while (next < assignments.length && !stop.signal.aborted) {
        const index = next;
        next += 1;
        const run = await runOne(request, assignments[index] as Assignment, slot, signal);
        runs[index] = run;
        request.onRun?.(run);
      }
    } catch (error) {
      stop.abort(error);
      throw error;
    } finally {
      await slot.close();
    }
  };
  const slots = Math.min(assignments.length, Math.max(1, Math.floor(request.concurrency ?? 1)));
  const ended = await Promise.allSettled(Array.from({ length: slots }, work));
  // The first failure is the reason the others were stopped.
  if (stop.signal.aborted) throw stop.signal.reason;
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return runs;
}

async function runOne(request: CompareRequest, { task, entry, seed }: Assignment, slot: SessionSlot, signal: AbortSignal): Promise<BenchRun> {
  const { budget, simulator, metric } = request;
  const optimizer = typeof entry.optimizer === 'function' ? entry.optimizer() : entry.optimizer;
  const session = await slot.sessionOf(task, signal);
  const result = await extract({
    task, optimizer, session, simulator: simulator.name, budget, seed, signal, fits: false, ...(metric === undefined ? {} : { metric }),
  });
  return benchRunOf(entry.name, result);
}

function refuseDuplicates(what: string, names: readonly string[]): void {
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate === undefined) return;
  throw new EvospiceError('BENCH_DUPLICATE', `${what} "${duplicate}" was given twice`, { met: duplicate, expected: `each ${what} once` });
}
