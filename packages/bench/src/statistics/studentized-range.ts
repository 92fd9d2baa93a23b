import { EvospiceError } from '@evospice/contracts';
import { normalCumulative } from '@evospice/toolbox';

/**
 * P(range of k independent standard normal deviates <= q): the studentized range distribution with infinitely many
 * degrees of freedom, k ∫ φ(z) [Φ(z) − Φ(z − q)]^(k−1) dz (Harter 1960). The trapezoidal rule is exact to rounding here,
 * since the integrand is smooth and vanishes at both ends.
 */
export function rangeCumulative(q: number, k: number): number {
  if (q <= 0) return 0;
  const width = 1 / 8;
  let sum = 0;
  for (let step = -8 / width; step <= (8 + q) / width; step += 1) {
    const z = step * width;
    sum += Math.exp(-0.5 * z * z) * (normalCumulative(z) - normalCumulative(z - q)) ** (k - 1);
  }
  return (k * sum * width) / Math.sqrt(2 * Math.PI);
}

/**
 * The q that `rangeCumulative` takes to `probability`, by bisection.
 * @throws EvospiceError `BENCH_STATISTICS` for fewer than two deviates or a probability outside (0, 1).
 */
export function rangeQuantile(probability: number, k: number): number {
  if (!(k >= 2) || !(probability > 0 && probability < 1)) {
    throw new EvospiceError('BENCH_STATISTICS', 'there is no such studentized range', { received: { probability, k }, expected: 'a probability in (0, 1) and at least 2 deviates' });
  }
  let [low, high] = [0, 16];
  for (let pass = 0; pass < 48; pass += 1) {
    const middle = (low + high) / 2;
    if (rangeCumulative(middle, k) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Nemenyi's critical difference of mean ranks, q_α sqrt(k (k + 1) / (6 n)) with q_α the studentized range over √2
 * (Demšar 2006, section 3.2.2).
 * @param entries k, at least 2
 * @param tasks n, at least 1
 */
export function criticalDifference(entries: number, tasks: number, alpha = 0.05): number {
  return (rangeQuantile(1 - alpha, entries) / Math.SQRT2) * Math.sqrt((entries * (entries + 1)) / (6 * tasks));
}
