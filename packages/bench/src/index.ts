export type { BenchRun } from './bench-run.ts';
export {
  finalError, quartiles, summarize, type ComparisonSummary, type EntryOnTask, type EntryOverall, type Quartiles,
} from './summarize.ts';
export type { TargetChoice } from './target.ts';
export { cellJobs } from './run/cell-job.ts';
export { runBench, storedOutcome, type BenchMade, type BenchOutcome } from './run/run-bench.ts';
export { readEarlierBench, type EarlierBench, type RefusedRuns, type TakenOverRuns } from './reuse/earlier-bench.ts';
export { refuseUnknownEntries, type BenchPlan } from './run/bench-plan.ts';
export type { NotApplicable } from './run/not-applicable.ts';
export { benchStatus, type BenchStatus } from './run/bench-status.ts';
export { readBenchRecord, writeBenchRecord, type BenchRecord } from './journal/bench-record.ts';
export type { BenchEvents } from './journal/bench-events.ts';
export { benchHost, benchSimulators, type BenchServices, type BenchSetup } from './run/bench-host.ts';
export { resolveEntries, type ResolvedEntry } from './suite/bench-entries.ts';
export { benchJsonSchema, benchSuiteSchema, entryName } from './suite/bench-suite.ts';
export { locateTasks, type LocatedTask } from './suite/bench-tasks.ts';
export { SUITE_FILE, suiteDocument, suiteFiles, suiteText, writeSuite, type ResolvedSuite } from './suite/suite-folder.ts';
export { benchSettingsSchema, seedList } from './settings/bench-settings.ts';
export { controlTimes, runTable } from './analysis/control-times.ts';
export { errorAt, trackOf } from './analysis/run-track.ts';
export { analyseBench, analysesOf, type AnalyseBenchOptions } from './analysis/analyse-bench.ts';
export type {
  BenchAnalysis, ControlTime, ControlTimes, ConvergenceBand, EntryResult, ExpectedRunningTime, FriedmanResult, PairedComparison, ProfileCurve,
} from './analysis/bench-analysis.ts';
export { BENCH_TABLES, writeBenchCsv } from './csv/write-bench-csv.ts';
export { sampleBenchRuns } from './sample/sample-runs.ts';
export { costProfile, type AxisProfile, type CostProfile } from './landscape/cost-profile.ts';
export { parameterSpace, spaceAxes, type SpaceAxis, type SpacePoint } from './landscape/parameter-space.ts';
export { lowest, type Cost } from './landscape/cost.ts';
export { Bootstrap } from './statistics/bootstrap.ts';
export { holmAdjusted } from './statistics/holm.ts';
export { wilcoxonSignedRank, type WilcoxonTest } from './statistics/wilcoxon.ts';
