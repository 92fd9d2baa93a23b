import type { RunLog } from '@evospice/contracts';
import { EventLog, settleConditions, type Conditions } from '@evospice/runs';
import type { BenchRun } from '../bench-run.ts';
import { cellKey, cellOf, type BenchCell } from '../run/bench-cell.ts';
import type { BenchPlan } from '../run/bench-plan.ts';
import type { BenchEvents, BenchFacts } from './bench-events.ts';
import { decodeRun, encodeRun } from './stored-run.ts';

/** The runs of a benchmark in its run store: one event per run, stored as it ends. */
export class BenchJournal {
  readonly #log: EventLog<BenchEvents, BenchFacts>;
  /** Runs by the key of their cell. */
  readonly #runs = new Map<string, BenchRun>();

  private constructor(log: RunLog) {
    this.#log = benchLog(log);
  }

  /** Reads what is stored. */
  static async open(log: RunLog): Promise<BenchJournal> {
    const journal = new BenchJournal(log);
    for await (const { payload } of journal.#log.events({ types: ['bench-run'] })) journal.#keep(decodeRun(payload));
    return journal;
  }

  /**
   * Notes what is asked for now, and under which conditions runs are going to be added.
   * @throws EvospiceError `RUN_CHANGED` when stored ones were made under others.
   */
  async begin(plan: BenchPlan, now: Conditions): Promise<void> {
    const before = (await this.#log.fact('conditions')) ?? {};
    const { conditions } = settleConditions(before, now, {
      mayGrow: true,
      remedy: 'run the suite as it was (entries, tasks, seeds and budgets may be added), give changed entries another name, or choose another folder',
    });
    await this.#log.setFact('conditions', conditions);
    await this.#log.setFact('bench-plan', { ...plan });
  }

  async write<T extends keyof BenchEvents>(type: T, payload: BenchEvents[T]): Promise<void> {
    await this.#log.append(type, payload);
  }

  /** Stores a run; when it resolves, the run survives a kill. */
  async store(run: BenchRun): Promise<void> {
    const stored = encodeRun(run);
    await this.write('bench-run', stored);
    this.#keep(decodeRun(stored));
  }

  /** The stored run of a cell. */
  runOf(cell: BenchCell): BenchRun | undefined {
    return this.#runs.get(cellKey(cell));
  }

  /** Number of stored runs. */
  get size(): number {
    return this.#runs.size;
  }

  #keep(run: BenchRun): void {
    this.#runs.set(cellKey(cellOf(run)), run);
  }
}

/** The log of a benchmark with its types. */
export function benchLog(log: RunLog): EventLog<BenchEvents, BenchFacts> {
  return new EventLog(log);
}
