/** Looked at in tables, where the budget allows. */
const FIXED: readonly number[] = [10, 25, 50, 100, 200, 400, 1000, 2000, 4000, 10_000, 20_000, 40_000, 100_000];

/** Budgets of the fixed-budget table, the full one last; parts of it where fewer than three round ones fit. */
export function fixedBudgets(budget: number): readonly number[] {
  const round = FIXED.filter((units) => units < budget);
  return round.length >= 2 ? [...round, budget] : [0.1, 0.25, 0.5, 1].map((part) => part * budget);
}

/**
 * About 60 budgets at which a convergence curve is drawn, rising to the full one: evenly spaced in the logarithm for the
 * beginning and evenly for the end, in whole units where there are enough of them.
 */
export function convergenceBudgets(budget: number): readonly number[] {
  const count = 30;
  const whole = budget >= 2 * count;
  const least = whole ? 1 : budget / (2 * count);
  const logarithmic = Array.from({ length: count }, (_, index) => least * (budget / least) ** (index / count));
  const linear = Array.from({ length: count }, (_, index) => (budget * (index + 1)) / count);
  const all = [...logarithmic, ...linear].map((units) => (whole ? Math.min(budget, Math.round(units)) : units));
  return [...new Set([...all, budget])].sort((a, b) => a - b);
}
