import type { Spread } from './statistics.ts';

/** One optimizer on one task, over seeds. */
export interface ComparisonRow {
  /** Program id or the baseline's name. */
  readonly subject: string;
  readonly champion: boolean;
  readonly runs: number;
  /** Runs that ended in a failure of the optimizer. */
  readonly failed: number;
  /** Final error over the training curves as the judged metric has it; null when no run gave one. */
  readonly train: Spread | null;
  /** Final error over the curves held out. */
  readonly validate: Spread | null;
  /** Final error over the start's. */
  readonly ratio: Spread | null;
  /** Budget units to the target; infinite where more runs than not never got there. */
  readonly toTarget: Spread | null;
  /** Runs that reached the target. */
  readonly reached: number;
}

export interface ComparisonTask {
  readonly task: string;
  readonly title: string;
  readonly role: 'train' | 'validate';
  readonly startTrain: number | null;
  readonly startValidate: number | null;
  /** Error to reach. */
  readonly target: number;
  readonly rows: readonly ComparisonRow[];
}

/** One optimizer over all tasks of one role. */
export interface OverallRow {
  readonly subject: string;
  readonly champion: boolean;
  readonly runs: number;
  readonly failed: number;
  readonly ratio: Spread | null;
  readonly toTarget: Spread | null;
  readonly reached: number;
}

/** The champion against the baselines at one budget. */
export interface ComparisonModel {
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  /** The target in words. */
  readonly target: string;
  readonly tasks: readonly ComparisonTask[];
  readonly overall: readonly { readonly role: 'train' | 'validate'; readonly rows: readonly OverallRow[] }[];
}
