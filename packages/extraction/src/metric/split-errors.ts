/** Errors over the curves of one split. Null where nothing could be scored or a simulation failed. */
export interface SplitErrors {
  /** Fraction, not per cent. */
  readonly relativeRms: number | null;
  /** Decades. */
  readonly logRms: number | null;
}
