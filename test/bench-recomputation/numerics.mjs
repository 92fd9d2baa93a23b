// Textbook definitions, written for plainness rather than speed, and where possible by another formula than the package's.

/** Quantile of Hyndman and Fan's type 7 as a weighted mean of two order statistics. */
export function quantile(values, p) {
  const x = [...values].sort((a, b) => a - b);
  const h = (x.length - 1) * p;
  const i = Math.floor(h);
  const w = h - i;
  if (w === 0 || x[i] === x[i + 1]) return x[i];
  return (1 - w) * x[i] + w * x[i + 1];
}

export const quartiles = (values) => {
  const numbers = values.map((value) => value ?? Infinity);
  const at = (p) => { const value = quantile(numbers, p); return Number.isFinite(value) ? value : null; };
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) };
};

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Geometric mean as the n-th root of a product, in powers of two so that it neither overflows nor vanishes. */
export const geometricMean = (values) => 2 ** mean(values.map(Math.log2));

/** Rank by counting: how many are smaller, and half of those that are equal. */
export const ranks = (values) => values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2);

/** Integral over (from, to) by the tanh-sinh rule (Takahasi and Mori 1974); the ends may be singular. */
export function integrate(f, from, to) {
  const half = (to - from) / 2;
  const step = 1 / 64;
  let sum = 0;
  for (let k = -64 * 4; k <= 64 * 4; k += 1) {
    const t = k * step;
    const u = (Math.PI / 2) * Math.sinh(t);
    // Distance to the nearer end, without cancellation.
    const gap = (half * Math.exp(-Math.abs(u))) / Math.cosh(u);
    if (gap === 0) continue;
    const weight = ((Math.PI / 2) * Math.cosh(t)) / Math.cosh(u) ** 2;
    const value = f(u < 0 ? from + gap : to - gap, u < 0 ? gap : to - from - gap, u < 0 ? to - from - gap : gap);
    if (Number.isFinite(value)) sum += weight * value;
  }
  return half * step * sum;
}

/** P(F > f): the beta density integrated twice, over the tail and over everything; no gamma function. */
export function fTail(f, d1, d2) {
  if (f <= 0) return 1;
  const [a, b] = [d2 / 2, d1 / 2];
  const x = d2 / (d2 + d1 * f);
  const all = integrate((t, left, right) => left ** (a - 1) * right ** (b - 1), 0, 1);
  return integrate((t, left) => left ** (a - 1) * (1 - left) ** (b - 1), 0, x) / all;
}

/** P(Z > z) for z not below 0: the density integrated, on t = 1/(1 + s) so that the far end is met. */
export function normalTail(z) {
  return integrate((t, left) => { const s = (1 - left) / left; return (Math.exp(-0.5 * (z + s) ** 2) / Math.sqrt(2 * Math.PI)) / left ** 2; }, 0, 1);
}

/** P(range of k standard normals <= q): k ∫ φ(z) [Φ(z + q) − Φ(z)]^(k−1) dz by Simpson's rule, Φ summed on the way. */
export function rangeCumulative(q, k) {
  const per = 256;
  const width = 1 / per;
  const density = (z) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const from = -9;
  const cumulative = [0];
  for (let i = 0; i < 20 * per; i += 1) {
    const z = from + i * width;
    cumulative.push(cumulative[i] + (width / 6) * (density(z) + 4 * density(z + width / 2) + density(z + width)));
  }
  // Φ between grid points by its Taylor series.
  const phi = (z) => {
    const i = Math.min(20 * per, Math.max(0, Math.round((z - from) * per)));
    const at = from + i * width;
    const h = z - at;
    return cumulative[i] + density(at) * (h - (at * h ** 2) / 2 + ((at ** 2 - 1) * h ** 3) / 6);
  };
  let sum = 0;
  for (let i = 0; i <= 16 * per; i += 1) {
    const z = -8 + i * width;
    const weight = i === 0 || i === 16 * per ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * density(z) * (phi(z + q) - phi(z)) ** (k - 1);
  }
  return (k * sum * width) / 3;
}

/** Two-sided p-value and V of Wilcoxon's signed-rank test, by the rules of R. */
export function wilcoxon(differences) {
  const kept = differences.filter((d) => d !== 0);
  const n = kept.length;
  if (n === 0) return { statistic: null, pValue: 1 };
  const r = ranks(kept.map(Math.abs));
  const statistic = kept.reduce((sum, d, i) => sum + (d > 0 ? r[i] : 0), 0);
  const middle = r.reduce((sum, rank) => sum + rank, 0) / 2;
  const tied = r.some((rank, i) => r.indexOf(rank) !== i);
  if (n >= 50 || tied || n < differences.length) {
    // Variance of a sum of ranks taken or left by fair coins.
    const deviation = Math.sqrt(r.reduce((sum, rank) => sum + rank ** 2, 0) / 4);
    return { statistic, pValue: Math.min(1, 2 * normalTail(Math.max(0, Math.abs(statistic - middle) - 0.5) / deviation)) };
  }
  return { statistic, pValue: exactShare(r, Math.abs(statistic - middle), middle) };
}

/** Share of all sign patterns whose sum lies at least as far out: every pattern by itself to 2^16, then by their sums. */
function exactShare(r, far, middle) {
  if (r.length <= 16) {
    let count = 0;
    const visit = (i, sum) => { if (i === r.length) { if (Math.abs(sum - middle) >= far) count += 1; return; } visit(i + 1, sum); visit(i + 1, sum + r[i]); };
    visit(0, 0);
    return count / 2 ** r.length;
  }
  let sums = new Map([[0, 1]]);
  for (const rank of r) {
    const next = new Map();
    for (const [sum, share] of sums) for (const to of [sum, sum + rank]) next.set(to, (next.get(to) ?? 0) + share / 2);
    sums = next;
  }
  return [...sums].reduce((total, [sum, share]) => total + (Math.abs(sum - middle) >= far ? share : 0), 0);
}

/** Holm by its definition: of all hypotheses with p_j <= p_i, the greatest (number with p_k >= p_j) · p_j, at most 1. */
export const holm = (p) => p.map((own) => Math.min(1, Math.max(...p.filter((other) => other <= own).map((other) => other * p.filter((third) => third >= other).length))));

/** A12 from the rank sum (Vargha and Delaney 2000, equation 14), turned so that lower counts. */
export function chanceOfLower(first, second) {
  const sum = ranks([...first, ...second]).slice(0, first.length).reduce((total, rank) => total + rank, 0);
  return 1 - (sum / first.length - (first.length + 1) / 2) / second.length;
}

/** Resampled values of a statistic over n items, drawn by a generator of its own (Park and Miller 1988). */
export function resampled(n, statistic) {
  if (!drawn.has(n)) {
    let state = 20_011;
    const draw = () => { state = (state * 48_271) % 2_147_483_647; return Math.floor((state / 2_147_483_647) * n); };
    drawn.set(n, Array.from({ length: 4000 }, () => Array.from({ length: n }, draw)));
  }
  return drawn.get(n).map(statistic);
}

const drawn = new Map();

/** The same of the geometric mean of some values. */
export function resampledGeometricMeans(values) {
  const logs = values.map(Math.log2);
  return resampled(values.length, (indices) => 2 ** (indices.reduce((sum, i) => sum + logs[i], 0) / indices.length));
}
