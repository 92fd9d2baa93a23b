import { createRandom } from '@evospice/toolbox';
import { mean, quantile } from 'simple-statistics';

/** Draws resamples with replacement, always the same ones for one number of items: intervals depend on no order of calls. */
export class Bootstrap {
  readonly samples: number;
  readonly seed: number;
  readonly #drawn = new Map<number, readonly Uint32Array[]>();

  /**
   * @param samples resamples an interval, at least 1
   * @param seed whole number
   */
  constructor(samples: number, seed: number) {
    this.samples = samples;
    this.seed = seed;
  }

  /**
   * Percentile interval (Efron & Tibshirani 1993, chapter 13) of a statistic over `count` items. The statistic is given
   * the indices of a resample; it may be infinite, and so may the ends then.
   * @param count at least 1
   * @param level in (0, 1)
   */
  interval(count: number, statistic: (indices: Uint32Array) => number, level = 0.95): readonly [number, number] {
    const values = this.#resamples(count).map(statistic);
    return [percentile(values, (1 - level) / 2), percentile(values, (1 + level) / 2)];
  }

  /** The same of the geometric mean, given logarithms. */
  geometricMeanInterval(logs: readonly number[]): readonly [number, number] {
    const [low, high] = this.interval(logs.length, (indices) => {
      let sum = 0;
      for (const index of indices) sum += logs[index]!;
      return sum / indices.length;
    });
    return [Math.exp(low), Math.exp(high)];
  }

  /** The same of the mean of `ones` less that of `others`, each resampled by itself: values of two groups that have nothing to do with each other, at least one in each. */
  meanDifferenceInterval(ones: readonly number[], others: readonly number[], level = 0.95): readonly [number, number] {
    const random = createRandom(this.seed);
    const drawnMean = (values: readonly number[]): number => mean(values.map(() => values[random.integer(0, values.length - 1)]!));
    const differences = Array.from({ length: this.samples }, () => drawnMean(ones) - drawnMean(others));
    return [percentile(differences, (1 - level) / 2), percentile(differences, (1 + level) / 2)];
  }

  #resamples(count: number): readonly Uint32Array[] {
    const known = this.#drawn.get(count);
    if (known !== undefined) return known;
    const random = createRandom(this.seed);
    const drawn = Array.from({ length: this.samples }, () => Uint32Array.from({ length: count }, () => Math.floor(random.next() * count)));
    this.#drawn.set(count, drawn);
    return drawn;
  }
}

/** Type 7 as elsewhere; between infinite values it is infinite, not NaN. */
function percentile(values: readonly number[], fraction: number): number {
  const value = quantile([...values], fraction);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}
