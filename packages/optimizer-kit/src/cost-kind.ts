import type { ExtractionProblem } from '@evospice/contracts';
import type { SearchOptions } from './search-options.ts';

/** What a search minimises: the problem's own error, or the error in decades. */
export type CostKind = 'error' | 'log';

/** The kind that the last stage of a run minimises: decades where the options or the problem's metric ask for them. */
export function lastCostKind(problem: Pick<ExtractionProblem, 'metric'>, options: Pick<SearchOptions, 'cost'>): CostKind {
  return options.cost === 'log' || problem.metric === 'log' ? 'log' : 'error';
}
