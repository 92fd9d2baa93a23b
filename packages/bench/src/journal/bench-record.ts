import type { Json, RunLog } from '@evospice/contracts';
import { contentHash, EventLog, type ReadableLog } from '@evospice/runs';
import type { BenchPlan } from '../run/bench-plan.ts';
import type { BenchEvents, BenchFacts, RecordedBench } from './bench-events.ts';
import { benchReader } from './bench-journal.ts';

/** The same with the plan: all that tables and report are made from, besides the runs. */
export interface BenchRecord extends RecordedBench {
  readonly plan: BenchPlan;
}

/** Stores what is asked for now; its plan is stored with the runs. @param suite as resolved, as a document */
export async function writeBenchRecord(log: RunLog, record: RecordedBench, suite: Json): Promise<void> {
  const facts = new EventLog<BenchEvents, BenchFacts>(log);
  await Promise.all([
    facts.setFact('title', record.title), facts.setFact('suite', suite), facts.setFact('suite-hash', contentHash(suite)), facts.setFact('bench-record', record),
  ]);
}

/** Reads it back; undefined where a benchmark was ended before it began. */
export async function readBenchRecord(log: ReadableLog): Promise<BenchRecord | undefined> {
  const facts = benchReader(log);
  const plan = await facts.fact('bench-plan');
  const record = await facts.fact('bench-record');
  return plan === undefined || record === undefined ? undefined : { ...record, plan };
}
