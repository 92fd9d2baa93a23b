/** One measured vector in a figure. Lines are null where the simulation failed. */
export interface FitCurve {
  readonly id: string;
  /** Name of the measured column; a curve may have several. */
  readonly column: string;
  /** What tells it from the other curves of its figure, such as `Vd = 50 mV`. */
  readonly label: string;
  readonly split: 'train' | 'validate' | 'extra';
  readonly x: readonly number[];
  readonly measured: readonly number[];
  readonly before: readonly number[] | null;
  readonly after: readonly number[] | null;
}

/** Curves of one kind on one instance at one temperature: one figure. */
export interface FitGroup {
  /** Such as `Id-Vg · W10u0_L0u13 · 27 °C`. */
  readonly title: string;
  /** Biases that all its curves share. */
  readonly shared: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly yLabelLog: string;
  /** Points below it are not scored; null where the curves have several, or it lies off any scale. */
  readonly floor: number | null;
  readonly unit: string;
  readonly curves: readonly FitCurve[];
}

/** Fits of one task by one subject. */
export interface FitTask {
  readonly task: string;
  readonly title: string;
  readonly role: 'train' | 'validate';
  readonly subject: string;
  readonly seed: number;
  readonly groups: readonly FitGroup[];
}
