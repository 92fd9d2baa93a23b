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

  /** Reads what is stored. */
  constructor(log: RunLog) {
    this.#log = log;
    for (const event of log.events({ types: ['bench-run'] })) this.#keep(decodeRun(event.payload as unknown as StoredBenchRun));
  }

  /**
   * Notes what is asked for now, and under which conditions runs are going to be added.
   * @throws EvospiceError `BENCH_CHANGED` when stored ones were made under others.
   */
  begin(plan: BenchPlan, conditions: BenchConditions): void {
    const before = this.#log.fact(conditionsFact) as unknown as BenchConditions | undefined;
    const joined = before === undefined ? conditions : joinConditions(before, conditions);
    this.#log.setFact(conditionsFact, joined as unknown as Json);
    this.#log.setFact(planFact, { ...plan } as unknown as Json);
  }

  write<T extends keyof BenchEvents>(type: T, payload: BenchEvents[T]): void {
    this.#log.append(type, payload as unknown as Json);
  }

  /** Stores a run; when it returns, the run survives a kill. */
  store(run: BenchRun): void {
    const stored = encodeRun(run);
    this.write('bench-run', stored);
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
export function storedPlan(log: RunLog): BenchPlan | undefined {
  return log.fact(planFact) as unknown as BenchPlan | undefined;
}
