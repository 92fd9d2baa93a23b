import { defined, type Executor, type RunLog, type StoredEvent, type WorkSource } from '@evospice/contracts';
import type { Conditions, ReadableLog } from '@evospice/runs';
import type { BenchRun } from '../bench-run.ts';
import { BenchJournal, BenchRuns } from '../journal/bench-journal.ts';
import { takeOver, takenOverIn, type EarlierBench, type RefusedRuns, type TakenOverRuns } from '../reuse/earlier-bench.ts';
import type { BenchCell } from './bench-cell.ts';
import { cellsOf, type BenchPlan } from './bench-plan.ts';
import { isNotApplicable, type NotApplicable } from './not-applicable.ts';
import { runCells } from './run-cells.ts';

export interface BenchRequest {
  readonly plan: BenchPlan;
  /** Entries to run now; all when left out. */
  readonly only?: readonly string[];
  /** Kept open. */
  readonly log: RunLog;
  readonly conditions: Conditions;
  readonly versions: Readonly<Record<string, string>>;
  /** Hash of the code that every run goes through, for {@link BenchRun.takenFrom}. */
  readonly code?: string;
  /** Benchmarks whose runs are taken over where every condition is the same, the first one first. */
  readonly earlier?: readonly EarlierBench[];
  readonly executor: Executor;
  /** Cells at once. */
  readonly workers: number;
  /** Worker module that makes its host with `cellJobs`. */
  readonly work: WorkSource;
  /** Seconds after which a run that does not stop when asked is given up; none when left out. */
  readonly limitSeconds?: number;
  readonly signal: AbortSignal;
  /** Called when nothing speaks against the request any more, before the first cell. */
  readonly onBegin?: () => void | Promise<void>;
  /** Called with every event as it is stored. Must not throw. */
  readonly onEvent?: (event: StoredEvent) => void;
}

/** What the stored runs amount to, in the order of the plan. */
export interface BenchOutcome {
  readonly runs: readonly BenchRun[];
  /** An entry on a task that it says it cannot handle. */
  readonly notApplicable: readonly NotApplicable[];
  /** Entries of which every run is stored. */
  readonly complete: readonly string[];
  /** How many runs of the plan are stored. */
  readonly stored: number;
  /** Stored runs that the plan does not ask for. */
  readonly others: number;
  /** Of the runs, those that earlier benchmarks made. */
  readonly takenOver: readonly TakenOverRuns[];
}

/** The same, with what only the making of it knows. */
export interface BenchMade extends BenchOutcome {
  /** Runs of earlier benchmarks that were made under other conditions. */
  readonly refused: readonly RefusedRuns[];
}

/**
 * Takes over what earlier benchmarks have, runs every other cell that is not stored yet, and stores each run as it ends: killed at any moment and called again, it comes
 * to the same runs. Neither `workers` nor the order of ending changes a run.
 * @throws EvospiceError `BENCH_EMPTY`, `BENCH_DUPLICATE` for a plan that makes no sense; `USAGE_ENTRY` when `only` names
 *   another; `RUN_CHANGED`; `BENCH_HUNG`, `EXECUTOR_*`; what a host throws, which is never an optimizer's failure.
 */
export async function runBench(request: BenchRequest): Promise<BenchMade> {
  const { plan, log, conditions, versions, code, executor, work, workers, limitSeconds, signal, onEvent } = request;
  const asked = cellsOf(plan, request.only);
  const journal = await BenchJournal.open(log, onEvent);
  await journal.begin(plan, conditions);
  await request.onBegin?.();
  const isMissing = (cell: BenchCell): boolean => journal.runs.of(cell) === undefined;
  const cells = asked.filter(isMissing).length;
  if (cells > 0) await journal.write('bench-started', { cells, asked: asked.length, stored: journal.runs.size, workers, versions, ...defined({ code }) });
  const refused: RefusedRuns[] = [];
  for (const earlier of request.earlier ?? []) {
    const { taken, refused: others } = takeOver(earlier, asked.filter(isMissing), conditions, code);
    await Promise.all(taken.map((run) => journal.store(run)));
    if (others.runs > 0) refused.push(others);
  }
  const missing = asked.filter(isMissing);
  if (missing.length > 0) {
    const session = await executor.open(work, { concurrency: Math.min(workers, missing.length) });
    try {
      await runCells({
        cells: missing, session, signal, ...defined({ limitSeconds }),
        onRun: (run) => journal.store(run),
      });
    } finally {
      await session.close();
    }
  }
  if (cells > 0) await journal.write('bench-finished', { runs: journal.runs.size });
  return { ...outcomeOf(plan, journal.runs), refused };
}

/** What is stored of a plan. */
export async function storedOutcome(plan: BenchPlan, log: ReadableLog): Promise<BenchOutcome> {
  return outcomeOf(plan, await BenchRuns.read(log));
}

function outcomeOf(plan: BenchPlan, runs: BenchRuns): BenchOutcome {
  const cells = cellsOf(plan).toSorted((a, b) =>
    plan.budgets.indexOf(a.budget) - plan.budgets.indexOf(b.budget) || plan.tasks.indexOf(a.task) - plan.tasks.indexOf(b.task)
    || plan.entries.indexOf(a.entry) - plan.entries.indexOf(b.entry) || plan.seeds.indexOf(a.seed) - plan.seeds.indexOf(b.seed));
  const found = cells.map((cell) => runs.of(cell)).filter((run) => run !== undefined);
  const refused = new Map<string, NotApplicable>();
  for (const { entry, task, failure } of found.filter(isNotApplicable)) refused.set(JSON.stringify([entry, task]), { entry, task, reason: failure?.message ?? '' });
  return {
    runs: found.filter((run) => !isNotApplicable(run)),
    notApplicable: [...refused.values()],
    complete: plan.entries.filter((entry) => cells.every((cell) => cell.entry !== entry || runs.of(cell) !== undefined)),
    stored: found.length,
    others: runs.size - found.length,
    takenOver: takenOverIn(found),
  };
}
