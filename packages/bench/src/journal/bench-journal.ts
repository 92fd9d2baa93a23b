import type { RunLog, StoredEvent } from '@evospice/contracts';
import { EventLog, EventReader, settleConditions, type Conditions, type ReadableLog } from '@evospice/runs';
import type { BenchRun } from '../bench-run.ts';
import { cellKey, cellOf, type BenchCell } from '../run/bench-cell.ts';
import type { BenchPlan } from '../run/bench-plan.ts';
import type { BenchEvents, BenchFacts, StoredBenchRun } from './bench-events.ts';
import { decodeRun, encodeRun } from './stored-run.ts';

/** The runs that a benchmark has stored. */
export class BenchRuns {
  /** By the key of their cell. */
  readonly #runs = new Map<string, BenchRun>();

  static async read(log: ReadableLog): Promise<BenchRuns> {
    const runs = new BenchRuns();
    for await (const { payload } of benchReader(log).events({ types: ['bench-run'] })) runs.add(payload);
    return runs;
  }

  add(stored: StoredBenchRun): void {
    const run = decodeRun(stored);
    this.#runs.set(cellKey(cellOf(run)), run);
  }

  /** The stored run of a cell. */
  of(cell: BenchCell): BenchRun | undefined {
    return this.#runs.get(cellKey(cell));
  }

  get size(): number {
    return this.#runs.size;
  }
}

/** A benchmark in its run store: one event per run, stored as it ends. */
export class BenchJournal {
  readonly runs: BenchRuns;
  readonly #log: EventLog<BenchEvents, BenchFacts>;
  readonly #onEvent: (event: StoredEvent) => void;

  private constructor(log: RunLog, runs: BenchRuns, onEvent: (event: StoredEvent) => void) {
    this.#log = new EventLog(log);
    this.runs = runs;
    this.#onEvent = onEvent;
  }

  /** Reads what is stored. @param onEvent called with every event that is stored from now on */
  static async open(log: RunLog, onEvent: (event: StoredEvent) => void = () => undefined): Promise<BenchJournal> {
    return new BenchJournal(log, await BenchRuns.read(log), onEvent);
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
    this.#onEvent(await this.#log.append(type, payload));
  }

  /** Stores a run; when it resolves, the run survives a kill. */
  async store(run: BenchRun): Promise<void> {
    const stored = encodeRun(run);
    await this.write('bench-run', stored);
    this.runs.add(stored);
  }

}

/** What a benchmark has stored, with its types. */
export function benchReader(log: ReadableLog): EventReader<BenchEvents, BenchFacts> {
  return new EventReader(log);
}
