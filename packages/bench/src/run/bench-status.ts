import type { ReadableLog } from '@evospice/runs';
import type { StoredBenchRun } from '../journal/bench-events.ts';
import { benchReader } from '../journal/bench-journal.ts';
import { cellKey } from './bench-cell.ts';
import { cellsOf } from './bench-plan.ts';
import { isNotApplicable } from './not-applicable.ts';

/** How far a benchmark is; plain JSON. Runs are those that its suite, as it was last run, asks for. */
export interface BenchStatus {
  readonly state: 'not begun' | 'unfinished' | 'finished';
  /** Runs that are stored. */
  readonly runs: number;
  /** Runs asked for; null before that is stored. */
  readonly planned: number | null;
  /** In the order of the suite. */
  readonly entries: readonly EntryStatus[];
  /** Stored runs that the suite does not ask for. */
  readonly others: number;
  /** When the first run began, and when the last one was stored: ISO 8601, UTC. */
  readonly began: string | null;
  readonly lastStored: string | null;
}

export interface EntryStatus {
  readonly entry: string;
  readonly runs: number;
  readonly planned: number;
  /** Of the stored runs, those whose optimizer failed, by their code. */
  readonly failed: number;
  readonly failures: Readonly<Record<string, number>>;
  /** Of the stored runs, those that the optimizer refused. */
  readonly notApplicable: number;
}

/** Reads how far a benchmark is, also one that another process is running. */
export async function benchStatus(log: ReadableLog): Promise<BenchStatus> {
  const events = benchReader(log);
  const plan = await events.fact('bench-plan');
  const cells = plan === undefined ? [] : cellsOf(plan);
  const entryOf = new Map(cells.map((cell) => [cellKey(cell), cell.entry]));
  const tallies = new Map((plan?.entries ?? []).map((entry) => [entry, new Tally(entry)]));
  for (const { entry } of cells) tallies.get(entry)!.planned += 1;
  let began: number | null = null;
  let lastStored: number | null = null;
  let stored = 0;
  for await (const event of events.events({ types: ['bench-started', 'bench-run'] })) {
    began ??= event.at;
    if (event.type !== 'bench-run') continue;
    lastStored = event.at;
    stored += 1;
    const run = event.payload;
    const entry = entryOf.get(cellKey({ entry: run.entry, task: run.task, seed: run.seed, budget: run.run.allowed }));
    if (entry !== undefined) tallies.get(entry)!.add(run);
  }
  const entries = [...tallies.values()].map((tally) => tally.status());
  const runs = entries.reduce((sum, entry) => sum + entry.runs, 0);
  return {
    state: stored === 0 ? 'not begun' : plan !== undefined && runs === cells.length ? 'finished' : 'unfinished',
    runs, planned: plan === undefined ? null : cells.length, entries, others: plan === undefined ? 0 : stored - runs, began: iso(began), lastStored: iso(lastStored),
  };
}

class Tally {
  readonly #entry: string;
  readonly #failures: Record<string, number> = {};
  #runs = 0;
  #notApplicable = 0;
  planned = 0;

  constructor(entry: string) {
    this.#entry = entry;
  }

  add(run: StoredBenchRun): void {
    this.#runs += 1;
    if (isNotApplicable(run)) {
      this.#notApplicable += 1;
      return;
    }
    if (run.end !== 'failed') return;
    const code = run.failure?.code ?? 'OPTIMIZER_ERROR';
    this.#failures[code] = (this.#failures[code] ?? 0) + 1;
  }

  status(): EntryStatus {
    const failed = Object.values(this.#failures).reduce((sum, count) => sum + count, 0);
    return { entry: this.#entry, runs: this.#runs, planned: this.planned, failed, failures: { ...this.#failures }, notApplicable: this.#notApplicable };
  }
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
