export { benchRunOf, type BenchRun } from './bench-run.ts';
export { compareOptimizers, type BenchEntry, type CompareRequest, type Comparison } from './compare-optimizers.ts';
export {
  budgetToReach, finalError, quartiles, summarize, type ComparisonSummary, type EntryOnTask, type EntryOverall, type Quartiles,
} from './summarize.ts';
export { defaultTarget, describeTarget, targetError, type TargetChoice } from './target.ts';
