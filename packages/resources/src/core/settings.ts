/** How the core decides. Times in ms. */
export interface CoreSettings {
  /** A lease that is not renewed for this long is over. */
  readonly leaseMs: number;
  readonly ageing: {
    /** What has waited this long may be served by age alone. */
    readonly afterMs: number;
    /** Fraction of the resource time that may go by age at most; between 0 and 1, both excluded. What priorities and fair shares give up for it. */
    readonly share: number;
  };
  readonly backOff: {
    /** Length after the first refusal; doubles with each further one. */
    readonly firstMs: number;
    readonly longestMs: number;
    /** A probe held this long without a refusal has its licence. */
    readonly probeMs: number;
    /** A request refused this often fails. */
    readonly mostDenials: number;
  };
  /** What any grant counts for at least: keeps grants of no length from being free. */
  readonly leastChargeMs: number;
  /** How many denials are remembered. */
  readonly rememberedDenials: number;
}

export const defaultCoreSettings: CoreSettings = {
  leaseMs: 60_000,
  ageing: { afterMs: 30_000, share: 0.05 },
  backOff: { firstMs: 1000, longestMs: 60_000, probeMs: 5000, mostDenials: 20 },
  leastChargeMs: 1,
  rememberedDenials: 50,
};
