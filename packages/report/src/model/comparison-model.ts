import type { EntryOnTask, EntryOverall } from '@evospice/bench';

export interface ComparisonTask {
  readonly task: string;
  readonly title: string;
  /** Error of the starting card, relative RMS as a fraction. */
  readonly startTrain: number | null;
  readonly startValidate: number | null;
  /** Error to reach on the training curves, in the metric that was optimized. */
  readonly target: number;
  readonly rows: readonly EntryOnTask[];
}

/** The comparison on the tasks of one role. */
export interface ComparisonPart {
  readonly role: 'train' | 'validate';
  readonly overall: readonly EntryOverall[];
  readonly tasks: readonly ComparisonTask[];
}

/** The champion against the baselines at one budget. */
export interface ComparisonModel {
  readonly budget: number;
  /** The error that was optimized. */
  readonly metric: 'relative' | 'log';
  /** The target in words. */
  readonly target: string;
  readonly champion: string | null;
  readonly parts: readonly ComparisonPart[];
}
