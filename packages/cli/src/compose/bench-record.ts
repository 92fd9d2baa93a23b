import { contentHash, storedPlan, type AnalyseBenchOptions, type BenchConditions, type BenchPlan } from '@evospice/bench';
import type { Json, RunLog } from '@evospice/contracts';
import { suiteDocument, suiteText, type ResolvedSuite } from './bench-folder.ts';
import { versions } from './versions.ts';

/** What a benchmark's log says of it besides its runs: with them, all that tables and report are made from. */
export interface BenchRecord extends RecordedBench {
  readonly plan: BenchPlan;
}

interface RecordedBench {
  readonly title: string;
  /** Suite file that the runs were asked for with, absolute. */
  readonly file: string;
  /** Text of the suite as resolved. */
  readonly suite: string;
  readonly analysis: Required<Pick<AnalyseBenchOptions, 'metric'>> & Pick<AnalyseBenchOptions, 'targets' | 'control'>;
  /** Their versions by name, null for an unknown one. */
  readonly simulators: Readonly<Record<string, string | null>>;
  /** Of Evospice and what it ran on. */
  readonly versions: Readonly<Record<string, string>>;
}

const recordFact = 'bench-record';

/** Begins the name of each condition that is a simulator's version. */
export const VERSION_OF = 'version of ';

/** Stores what is asked for now; its plan is stored with the runs. */
export async function writeBenchRecord(log: RunLog, resolved: ResolvedSuite, { common }: BenchConditions, file: string): Promise<void> {
  const { metric, control, targets } = resolved.suite;
  const suite = suiteDocument(resolved) as Json;
  await log.setFact('title', resolved.title);
  await log.setFact('suite', suite);
  await log.setFact('suite-hash', contentHash(suite));
  const record: RecordedBench = {
    title: resolved.title, file, suite: suiteText(resolved),
    analysis: { metric, ...(control === undefined ? {} : { control }), ...(targets === undefined ? {} : { targets }) },
    simulators: Object.fromEntries(Object.entries(common).filter(([name]) => name.startsWith(VERSION_OF)).map(([name, version]) => [name.slice(VERSION_OF.length), version as string | null])),
    versions: versions(),
  };
  await log.setFact(recordFact, record as unknown as Json);
}

/** Reads it back; undefined where a benchmark was ended before it began. */
export async function readBenchRecord(log: RunLog): Promise<BenchRecord | undefined> {
  const plan = await storedPlan(log);
  const record = (await log.fact(recordFact)) as unknown as RecordedBench | undefined;
  return plan === undefined || record === undefined ? undefined : { ...record, plan };
}
