/** Mean, spread and correlation of values on their own scales: logarithms of logarithmic ones. */
export interface Statistics {
  readonly mean: readonly number[];
  /** Sample standard deviations, divided by n - 1. */
  readonly deviation: readonly number[];
  /** Row by row; 0 beside a value that does not vary. */
  readonly covariance: readonly (readonly number[])[];
  readonly correlation: readonly (readonly number[])[];
}

/** @param rows one a die, at least two */
export function statisticsOf(rows: readonly (readonly number[])[]): Statistics {
  const n = rows.length;
  const width = rows[0]!.length;
  const axes = Array.from({ length: width }, (_, axis) => axis);
  const mean = axes.map((axis) => rows.reduce((sum, row) => sum + row[axis]!, 0) / n);
  const covariance = axes.map((a) => axes.map((b) => rows.reduce((sum, row) => sum + (row[a]! - mean[a]!) * (row[b]! - mean[b]!), 0) / (n - 1)));
  const deviation = axes.map((axis) => Math.sqrt(covariance[axis]![axis]!));
  const correlation = covariance.map((row, a) => row.map((value, b) => {
    const both = deviation[a]! * deviation[b]!;
    return both > 0 ? value / both : a === b ? 1 : 0;
  }));
  return { mean, deviation, covariance, correlation };
}

/**
 * The most probable step that moves a figure by `sigmas` of its own standard deviation, to first order: sigmas C g / sqrt(g' C g) (Graeb 2007, "Analog
 * Design Centering and Sizing", section 6.3, worst-case points of a normal distribution).
 * @param gradient of the figure
 * @returns the step, and the figure's standard deviation; no step where the figure does not vary
 */
export function worstCase(covariance: readonly (readonly number[])[], gradient: readonly number[], sigmas: number): { readonly step: readonly number[]; readonly deviation: number } {
  const way = covariance.map((row) => row.reduce((sum, value, axis) => sum + value * gradient[axis]!, 0));
  const deviation = Math.sqrt(Math.max(0, way.reduce((sum, value, axis) => sum + value * gradient[axis]!, 0)));
  return { step: way.map((value) => (deviation > 0 ? (sigmas * value) / deviation : 0)), deviation };
}
