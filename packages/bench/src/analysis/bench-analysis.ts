import type { Quartiles } from '../summarize.ts';
import type { EntryFindings } from './entry-findings.ts';

/**
 * Everything a benchmark report states, computed from stored runs of one budget; plain JSON. All runs of an analysis had
 * the same budget, and every error is a training error in the metric that was minimised unless it says otherwise.
 * `null` stands for infinity (never reached) or for what does not exist.
 */
export interface BenchAnalysis {
  /** Budget units each run was allowed. */
  readonly budget: number;
  /** In the suite's order. */
  readonly entries: readonly string[];
  readonly tasks: readonly TaskFacts[];
  /** Of all runs, ascending. */
  readonly seeds: readonly number[];
  readonly runs: number;
  /**
   * Runs that other entries have and this one has not, with the reason where the entry gave one (it cannot handle the
   * task): it takes no part in tests on such a task. Empty for a full grid.
   */
  readonly gaps: readonly { readonly entry: string; readonly task: string; readonly seeds: readonly number[]; readonly reason: string | null }[];
  /** Runs whose optimizer threw; what they had found until then counts. */
  readonly failures: readonly { readonly entry: string; readonly task: string; readonly seed: number; readonly code: string; readonly message: string }[];
  readonly targets: TargetRule;
  /** Errors below this part of the start error count as equal in targets, ranks, ratios and tests: the fit is perfect there. */
  readonly errorFloor: number;
  /** Of all intervals: resamples drawn, and the seed they were drawn with. */
  readonly bootstrap: { readonly samples: number; readonly seed: number };
  readonly results: readonly EntryResult[];
  readonly overall: readonly EntrySummary[];
  readonly expectedRunningTimes: readonly ExpectedRunningTime[];
  /** Share of (task, target, seed) triples reached over budget: one curve an entry over all tasks, then one for each task. */
  readonly ecdf: readonly EcdfCurve[];
  readonly dataProfiles: readonly ProfileCurve[];
  readonly performanceProfiles: readonly ProfileCurve[];
  readonly convergence: readonly ConvergenceBand[];
  readonly fixedBudgets: readonly FixedBudgetResult[];
  readonly statistics: BenchStatistics;
  readonly controlTimes: ControlTimes;
  /** Empty where no physics rules were asked. */
  readonly findings: readonly EntryFindings[];
  readonly times: readonly EntryTimes[];
}

export interface TaskFacts {
  readonly task: string;
  readonly parameters: number;
  readonly metric: 'relative' | 'log';
  readonly startError: number;
  /** Lowest error any run of this analysis found; the start error when none found better. */
  readonly best: number;
  /** Targets of the task, easiest first, all below the start error; empty when no run found better than the start. */
  readonly targets: readonly number[];
}

/** How targets were chosen, in words for readers, and how many a task has. */
export interface TargetRule {
  readonly count: number;
  readonly description: string;
}

/** One entry on one task over its seeds. */
export interface EntryResult {
  readonly entry: string;
  readonly task: string;
  readonly seeds: number;
  /** Final error in the metric that was minimised; the start's when nothing better was found. */
  readonly error: Quartiles;
  /** Relative RMS (a fraction) of the result on training and validation curves. */
  readonly train: Quartiles;
  readonly validate: Quartiles | null;
  /** Lowest final error over the seeds. */
  readonly best: number;
  /** Mean over the budget of the best error so far over the start error, on a linear budget axis: smaller is better. */
  readonly anytimeArea: Quartiles;
}

/** One entry over all tasks and seeds. */
export interface EntrySummary {
  readonly entry: string;
  /**
   * Geometric mean over tasks of the geometric mean over seeds of final error over start error, with its 95 % bootstrap
   * interval over tasks (over seeds if there is one task).
   */
  readonly ratioToStart: number;
  readonly interval: readonly [number, number];
  /** Mean rank over the entry's tasks of the median final error, 1 is best; ties share their mean. */
  readonly meanRank: number;
  /** Area under the entry's ECDF on a log budget axis from 1 to the budget, in [0, 1]: larger is better. */
  readonly ecdfArea: number;
  /** Geometric mean over tasks of the median anytime area. */
  readonly anytimeArea: number;
  /** Tasks on which its median final error is the lowest; a tie counts for each. */
  readonly wins: number;
}

/**
 * Expected running time (Hansen et al. 2021): budget units of all runs until they reached the target or ended, over
 * successes. Named targets that the start meets already, such as twice the best on a task without gain, are left out.
 */
export interface ExpectedRunningTime {
  readonly entry: string;
  readonly task: string;
  readonly target: number;
  /** Label such as `1.25 x best`. */
  readonly label: string;
  readonly value: number | null;
  /** 95 % bootstrap interval over seeds; an end is null where resamples had no success. */
  readonly interval: readonly [number | null, number | null];
  readonly successes: number;
  readonly runs: number;
}

export interface EcdfCurve {
  readonly entry: string;
  /** Null for all tasks together. */
  readonly task: string | null;
  /** Steps: [budget units, share reached by then], budget ascending; the first at 0, the last at the full budget. */
  readonly points: readonly (readonly [number, number])[];
}

/**
 * A data profile (x: budget in units of n + 1) or performance profile (x: ratio to the fastest entry), Moré and Wild 2009.
 * A problem is one task with one seed; it is solved at f <= fL + tau (f0 - fL), f0 the start error, fL the task's best.
 */
export interface ProfileCurve {
  readonly entry: string;
  readonly tau: number;
  /** Steps: [x, share of problems solved by then], x ascending, from 0 (data) or 1 (performance) to one end for all of a tau. */
  readonly points: readonly (readonly [number, number])[];
}

/** Median and quartiles over seeds of the best error so far, at rising budgets. */
export interface ConvergenceBand {
  readonly entry: string;
  readonly task: string;
  readonly points: readonly { readonly budget: number; readonly lower: number | null; readonly median: number | null; readonly upper: number | null }[];
}

export interface FixedBudgetResult {
  readonly entry: string;
  readonly task: string;
  readonly budget: number;
  readonly error: Quartiles;
}

/** How many simulations each entry takes to come near the error that the control ends at: the control of `BenchStatistics`. */
export interface ControlTimes {
  readonly control: string;
  /** Targets are these multiples of the median over seeds of the control's final error, largest first. */
  readonly factors: readonly number[];
  /** Task after task, factor after factor, entry after entry, the control among them. Targets that the start meets are left out. */
  readonly times: readonly ControlTime[];
  /** Entry after entry without the control, factor after factor. */
  readonly overall: readonly ControlTimeSummary[];
  /** Entry after entry without the control, at 60 and 100 budget units, where the budget is larger, and at the full budget. */
  readonly lower: readonly LowerErrors[];
}

export interface ControlTime {
  readonly entry: string;
  readonly task: string;
  readonly factor: number;
  /** In the metric that was minimised. */
  readonly target: number;
  /** Budget units within which half of the runs had reached the target; null where fewer ever did. */
  readonly simulations: number | null;
  readonly successes: number;
  readonly runs: number;
  /** The control's simulations over the entry's; where the entry missed the target, over the budget: at most that. */
  readonly ratio: number;
}

export interface ControlTimeSummary {
  readonly entry: string;
  readonly factor: number;
  readonly tasks: number;
  /** Geometric mean over the tasks of the control's simulations over the entry's. */
  readonly ratio: number;
  /** Tasks on which the entry took more simulations than the control. */
  readonly lost: readonly string[];
  /** Tasks on which it missed the target: their ratios are upper bounds. */
  readonly missed: readonly string[];
}

/** Tasks on which the median error at a budget is the lower one by more than 0.1 %; on the others both are equal. */
export interface LowerErrors {
  readonly entry: string;
  readonly budget: number;
  readonly tasks: number;
  readonly entryLower: number;
  readonly controlLower: number;
}

export interface BenchStatistics {
  /** Null with fewer than two entries or two tasks that can be compared. */
  readonly friedman: FriedmanResult | null;
  /** The entry with the lowest mean rank, or the one the suite names. */
  readonly control: string;
  /** Control against each other entry: paired Wilcoxon signed-rank over tasks on median log errors, Holm-adjusted. */
  readonly againstControl: readonly PairedComparison[];
  /** Within each task: control against each other entry over seeds, Holm-adjusted among the entries of the task. */
  readonly withinTasks: readonly (PairedComparison & { readonly task: string })[];
  /** What was left out and why, as sentences for readers. Empty for a full grid. */
  readonly notes: readonly string[];
}

/** Do the entries differ at all? Over the tasks, on median final errors. */
export interface FriedmanResult {
  /** Friedman's statistic, corrected for ties (Conover 1999). */
  readonly chiSquared: number;
  /** Iman and Davenport's F of it; null where it is infinite, since all tasks agree on the order. */
  readonly statistic: number | null;
  readonly degrees: readonly [number, number];
  readonly pValue: number;
  /** Tasks that were compared. */
  readonly tasks: number;
  /** Best first. */
  readonly meanRanks: readonly { readonly entry: string; readonly rank: number }[];
  /** Nemenyi's critical difference of mean ranks at 5 % (Demšar 2006). */
  readonly criticalDifference: number;
  /** Longest groups of two or more entries whose mean ranks differ by less, as lists of names, best first. */
  readonly groups: readonly (readonly string[])[];
}

export interface PairedComparison {
  readonly entry: string;
  /** Tasks, or seeds, that were paired; 1 within a task where both always end alike, since seeds repeat nothing there. */
  readonly pairs: number;
  /** Sum of the ranks of positive differences, entry minus control; null where all differences are zero. */
  readonly statistic: number | null;
  readonly pValue: number;
  readonly adjustedPValue: number;
  /**
   * Vargha and Delaney's A12 over seeds: chance that the control's error is the lower one; 0.5 is no effect. Over tasks it
   * is the mean of the tasks' values, since errors of different tasks have no common scale.
   */
  readonly a12: number;
  /** Geometric mean over the pairs of the entry's error over the control's, with its 95 % bootstrap interval over them: null for one pair. */
  readonly ratio: number;
  readonly interval: readonly [number, number] | null;
}

/** Seconds, medians a run: not reproducible, so stated apart. */
export interface EntryTimes {
  readonly entry: string;
  /** From the first simulation to the last. */
  readonly wall: number;
  /** Of that, spent by the optimizer itself rather than in simulations. */
  readonly own: number;
}
