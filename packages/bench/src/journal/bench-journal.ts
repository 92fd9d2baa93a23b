import type { Json, RunLog } from '@evospice/contracts';
import type { BenchRun } from '../bench-run.ts';
import { cellKey, cellOf, type BenchCell } from '../run/bench-cell.ts';
import type { BenchPlan } from '../run/bench-plan.ts';
import type { BenchEvents, StoredBenchRun } from './bench-events.ts';
import { joinConditions, type BenchConditions } from './conditions.ts';
import { decodeRun, encodeRun } from './stored-run.ts';

const conditionsFact = 'bench-conditions';
const planFact = 'bench-plan';

/** The runs of a benchmark in its run store: one event a run, stored as it ends. */
export class BenchJournal {
  readonly #log: RunLog;
  /** Runs by the key of their cell. */
  readonly #runs = new Map<string, BenchRun>();

  private constructor(log: RunLog) {
    this.#log = log;
  }

  /** Reads what is stored. */
  static async open(log: RunLog): Promise<BenchJournal> {
    const journal = new BenchJournal(log);
    for await (const event of log.events({ types: ['bench-run'] })) journal.#keep(decodeRun(event.payload as unknown as StoredBenchRun));
    return journal;
  }

  /**
   * Notes what is asked for now, and under which conditions runs are going to be added.
   * @throws EvospiceError `BENCH_CHANGED` when stored ones were made under others.
   */
  async begin(plan: BenchPlan, conditions: BenchConditions): Promise<void> {
    const before = (await this.#log.fact(conditionsFact)) as unknown as BenchConditions | undefined;
    const joined = before === undefined ? conditions : joinConditions(before, conditions);
    await this.#log.setFact(conditionsFact, joined as unknown as Json);
    await this.#log.setFact(planFact, { ...plan } as unknown as Json);
  }

  async write<T extends keyof BenchEvents>(type: T, payload: BenchEvents[T]): Promise<void> {
    await this.#log.append(type, payload as unknown as Json);
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

/** What was last asked for in this log; undefined before anything was. */
export async function storedPlan(log: RunLog): Promise<BenchPlan | undefined> {
  return (await log.fact(planFact)) as unknown as BenchPlan | undefined;
}
