import type { BudgetView } from '@evospice/contracts';

/**
 * How many evaluations the remaining budget pays.
 * @param cost budget units of one: 1 for a full suite, else as `simulationCost` gives them.
 * @returns whole number, not below 0; rounding errors of summed shares are forgiven.
 */
export function affordable(budget: Pick<BudgetView, 'remaining'>, cost = 1): number {
  return Math.max(0, Math.floor(budget.remaining / cost + 1e-9));
}
