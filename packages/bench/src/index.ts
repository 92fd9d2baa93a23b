export { benchRunOf, type BenchRun } from './bench-run.ts';
export {
  budgetToReach, finalError, quartiles, summarize, type ComparisonSummary, type EntryOnTask, type EntryOverall, type Quartiles,
} from './summarize.ts';
export { defaultTarget, describeTarget, type TargetChoice } from './target.ts';
export type { BenchCell } from './run/bench-cell.ts';
export { cellJobs, type CellHost } from './run/cell-job.ts';
export { CellRunner, type CellParts, type CellRunnerOptions } from './run/cell-runner.ts';
export { runBench, storedOutcome, type BenchOutcome, type BenchRequest } from './run/run-bench.ts';
export { refuseUnknownEntries, type BenchPlan } from './run/bench-plan.ts';
export type { NotApplicable } from './run/not-applicable.ts';
export { benchStatus, type BenchStatus, type EntryStatus } from './run/bench-status.ts';
export { readBenchRecord, writeBenchRecord, type BenchRecord } from './journal/bench-record.ts';
export type { BenchEvents, BenchFacts, StoredBenchRun } from './journal/bench-events.ts';
export { benchHost, benchSimulators, type BenchServices, type BenchSetup } from './run/bench-host.ts';
export { resolveEntries, type ResolvedEntry } from './suite/bench-entries.ts';
export { benchJsonSchema, benchSuiteSchema, entryName } from './suite/bench-suite.ts';
export { locateTasks } from './suite/bench-tasks.ts';
export { SUITE_FILE, suiteDocument, suiteText, writeSuite, type ResolvedSuite } from './suite/suite-folder.ts';
export { benchSettingsSchema, seedList, type BenchSettings } from './settings/bench-settings.ts';
export { analyseBench, analysesOf, type AnalyseBenchOptions } from './analysis/analyse-bench.ts';
export type {
  BenchAnalysis, BenchStatistics, ConvergenceBand, EcdfCurve, EntryResult, EntrySummary, EntryTimes, ExpectedRunningTime,
  FixedBudgetResult, FriedmanResult, PairedComparison, ProfileCurve, TargetRule, TaskFacts,
} from './analysis/bench-analysis.ts';
export { defaultBenchTargets, type BenchTargets } from './analysis/targets.ts';
export { TRAJECTORIES_FILE, writeBenchCsv } from './csv/write-bench-csv.ts';
export { sampleBenchRuns, type SampleRunOptions } from './sample/sample-runs.ts';
export { costProfile, type AxisProfile, type CostProfile, type CostProfileOptions } from './landscape/cost-profile.ts';
export { parameterSpace, spaceAxes, type ParameterSpaceOptions, type SpaceAxis, type SpacePoint } from './landscape/parameter-space.ts';
export { lowest, type Cost } from './landscape/cost.ts';
