import { median, type CmaEsState } from '@evospice/toolbox';

export interface Tolerances {
  readonly tolFun: number;
  readonly tolFunRelative: number;
  readonly tolX: number;
}

/** Costs that a search has seen, generation by generation. */
export interface CostHistory {
  readonly best: readonly number[];
  readonly median: readonly number[];
  /** Costs of the last generation, best first. */
  readonly last: readonly number[];
}

/**
 * Why a search should end now; undefined when it should not. The criteria of Hansen, arXiv:1604.00772, appendix B.3, and a
 * relative TolFun, since an error of measured curves does not fall to 0.
 */
export function stopReason(state: CmaEsState, history: CostHistory, sigma0: number, tolerances: Tolerances): string | undefined {
  const { strategy: { dimension: n, lambda }, sigma, covariance, axes, basis, mean, pC, generation } = state;
  const deviations = covariance.map((row, axis) => sigma * Math.sqrt(row[axis]!));
  const [shortest, longest] = [Math.min(...axes), Math.max(...axes)];

  const window = 10 + Math.ceil((30 * n) / lambda);
  if (history.best.length >= window) {
    const recent = history.best.slice(-window);
    const [low, high] = [Math.min(...recent), Math.max(...recent)];
    if (high === low) return 'EqualFunValues';
    const range = Math.max(high, history.last.at(-1) ?? high) - Math.min(low, history.last[0] ?? low);
    if (range < Math.max(tolerances.tolFun, tolerances.tolFunRelative * Math.abs(low))) return 'TolFun';
  }
  if (stagnates(history, n, lambda)) return 'Stagnation';
  if (deviations.every((deviation, axis) => deviation < tolerances.tolX && sigma * Math.abs(pC[axis]!) < tolerances.tolX)) return 'TolX';
  if ((longest / shortest) ** 2 > 1e14) return 'ConditionCov';
  if (sigma * longest > 1e4 * sigma0) return 'TolXUp';
  if (mean.some((place, axis) => place === place + 0.2 * deviations[axis]!)) return 'NoEffectCoord';
  const axis = generation % n;
  if (mean.every((place, row) => place === place + 0.1 * sigma * axes[axis]! * basis[row]![axis]!)) return 'NoEffectAxis';
  return undefined;
}

/** No progress of the best and the median cost over the last fifth of the search, 120 + 30 n / lambda generations at least. */
function stagnates(history: CostHistory, n: number, lambda: number): boolean {
  const { length } = history.best;
  const span = Math.min(20_000, Math.max(120 + Math.ceil((30 * n) / lambda), Math.floor(length / 5)));
  if (length < span) return false;
  const part = Math.ceil(0.3 * span);
  return [history.best, history.median].every((costs) => {
    const recent = costs.slice(-span);
    return median(recent.slice(-part)) >= median(recent.slice(0, part));
  });
}
