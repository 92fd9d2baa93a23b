import { BENCH_TABLES, benchStatus, readBenchRecord, storedOutcome, type BenchEvents, type BenchStatus } from '@evospice/bench';
import { EvospiceError, type RunProgress, type StoredEvent } from '@evospice/contracts';
import { handleEvent, type EventHandlers, type ProgressTracker, type RunKind } from '@evospice/runs';
import { textTable } from '../terminal/text-table.ts';
import { localTime } from '../format/quantities.ts';
import { REPORT_FILE } from '../write-report.ts';
import { ANALYSIS_FILE, writeBenchResults } from './bench-results.ts';

/** Benchmarks: how far they are; with the report, the analysis and the tables are written again, so that all of them say the same. */
export const benchKind: RunKind = {
  name: 'bench',
  files: [REPORT_FILE, ANALYSIS_FILE, ...BENCH_TABLES],
  tracker: (total) => new BenchTracker(total),

  async status({ folder, log }) {
    const status = await benchStatus(log);
    const title = String((await log.fact('title')) ?? 'benchmark');
    return { state: status.state, document: { title, ...status }, text: statusText(folder, title, status) };
  },

  async report({ folder, log }) {
    const record = await readBenchRecord(log);
    const outcome = record === undefined ? undefined : await storedOutcome(record.plan, log);
    if (record === undefined || outcome === undefined || outcome.runs.length + outcome.notApplicable.length === 0) {
      throw new EvospiceError('USAGE_REPORT', `the benchmark in ${folder} has no runs yet`, {
        received: 'no runs', expected: 'a benchmark that has been begun', remedy: 'give the command of the benchmark again, which goes on with it',
      });
    }
    const { files: { report, ...files }, notices } = await writeBenchResults(folder, record, outcome);
    return { report, files, notices };
  },
};

function statusText(folder: string, title: string, { state, runs, planned, entries, others, began, lastStored }: BenchStatus): string {
  const head = `${folder}: benchmark "${title}", ${state}, ${runs} of ${planned ?? '?'} runs`;
  if (began === null) return head;
  const rows = entries.map(({ entry, runs: stored, planned: of, failed, notApplicable, failures }) => [
    entry, ...[stored, of, failed, notApplicable].map(String), Object.entries(failures).map(([code, count]) => `${count} ${code}`).join(', '),
  ]);
  return [
    head,
    `begun ${localTime(began)}${lastStored === null ? '' : `, last run stored ${localTime(lastStored)}`}`,
    ...(rows.length === 0 ? [] : [textTable({ head: ['entry', 'stored', 'of', 'failed', 'n/a', 'failures'], rows, right: [1, 2, 3, 4] })]),
    ...(others === 0 ? [] : [`${others} more stored that the suite does not ask for`]),
  ].join('\n');
}

/** Counts the runs that were asked for last. */
class BenchTracker implements ProgressTracker {
  #done = 0;
  #total: number | null;
  #finished = false;
  #last: string | undefined;

  readonly #handlers: EventHandlers<BenchEvents> = {
    'bench-started': ({ cells, asked = cells }) => {
      this.#done = asked - cells;
      this.#total = asked;
      this.#finished = false;
      this.#last = undefined;
    },
    'bench-run': ({ entry, task, seed }) => {
      this.#done += 1;
      this.#last = `${entry} on ${task}, seed ${seed}`;
    },
    'bench-finished': () => {
      this.#finished = true;
    },
  };

  constructor(total?: number) {
    this.#total = total ?? null;
  }

  apply(event: StoredEvent): void {
    handleEvent(this.#handlers, event);
  }

  get progress(): RunProgress {
    const figures = this.#last === undefined ? [] : [{ label: 'last', text: this.#last }];
    return { done: this.#done, total: this.#total, unit: 'runs', figures, finished: this.#finished };
  }
}
