import type { Evaluation, ExtractionProblem, SuccessfulEvaluation } from '@evospice/contracts';
import { rankByCost } from '@evospice/toolbox';
import type { SearchOptions } from './options.ts';

/** What a search minimises: the problem's own error, or the error in decades. */
export type CostKind = 'error' | 'log';

/** The kind that the last stage of a run minimises: decades where the options or the problem's metric ask for them. */
export function lastCostKind(problem: Pick<ExtractionProblem, 'metric'>, options: Pick<SearchOptions, 'cost'>): CostKind {
  return options.cost === 'log' || problem.metric === 'log' ? 'log' : 'error';
}

/** A point of the unit cube that was simulated, with the cost that the present stage minimises. */
export interface Sample {
  /** Place in the unit cube (log parameters on a log axis), after snapping to the grid of discrete parameters. */
  readonly unit: readonly number[];
  /** Infinity where the simulation failed, violated a constraint or could not be paid. */
  readonly cost: number;
  /** Undefined where the cost is Infinity. */
  readonly evaluation?: SuccessfulEvaluation;
}

/** The sample as a stage that minimises `kind` sees it. */
export function sampleOf(unit: readonly number[], evaluation: Evaluation | undefined, kind: CostKind): Sample {
  if (evaluation === undefined || !evaluation.ok || !evaluation.full) return { unit, cost: Infinity };
  const cost = kind === 'log' ? evaluation.logRms : evaluation.error;
  return Number.isFinite(cost) ? { unit, cost, evaluation } : { unit, cost: Infinity };
}

/** The residuals whose root mean square is the sample's cost under `kind`; undefined where it has none. */
export function residualsOf({ evaluation }: Sample, kind: CostKind): readonly number[] | undefined {
  return kind === 'log' ? evaluation?.logResiduals : evaluation?.residuals;
}

/** Cheapest first; among equals the earlier one. */
export function byCost<Entry extends { readonly cost: number }>(entries: readonly Entry[]): Entry[] {
  return rankByCost(entries.map(({ cost }) => cost)).map((index) => entries[index]!);
}

/** The cheapest of at least one entry; among equals the earlier one. */
export function cheapest<Entry extends { readonly cost: number }>(entries: readonly Entry[]): Entry {
  return entries.reduce((least, entry) => (entry.cost < least.cost ? entry : least));
}
