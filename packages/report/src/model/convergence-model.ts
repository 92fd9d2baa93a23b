/** Median and quartiles of the best-so-far error ratio as step functions of budget: values hold from `spent` on. */
export interface ConvergenceSeries {
  readonly subject: string;
  readonly champion: boolean;
  readonly runs: number;
  readonly spent: readonly number[];
  readonly median: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** One convergence chart. */
export interface ConvergenceModel {
  readonly title: string;
  readonly scope: 'overall' | 'task';
  readonly role: 'train' | 'validate';
  readonly budget: number;
  readonly series: readonly ConvergenceSeries[];
}
