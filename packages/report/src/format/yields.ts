import type { ProposerYield, Yield } from '@evospice/evolution';
import { plainNumber } from './engineering.ts';

/** Headings of the cells of {@link yieldRows}. */
export const yieldHead = ['operator', 'programs', 'scored', 'improved', 'median gain', 'archived', 'cases', 'cost', 'tokens'] as const;

/** One row for each proposer and operator: the proposer first, then its operators; a proposer with a single operator has one row. */
export function yieldRows(yields: readonly ProposerYield[]): readonly (readonly string[])[] {
  return yields.flatMap(({ proposer, operators, ...whole }) => {
    const [only] = operators;
    if (only !== undefined && operators.length === 1) return [[only.operator === proposer ? proposer : `${proposer}: ${only.operator}`, ...cells(whole)]];
    return [[proposer, ...cells(whole)], ...operators.map(({ operator, ...one }) => [`${proposer}: ${operator}`, ...cells(one)])];
  });
}

function cells({ programs, judged, improved, medianGain, entered, cases, cost, spent }: Yield): readonly string[] {
  const share = programs === 0 ? '' : ` (${Math.round((100 * improved) / programs)} %)`;
  return [
    String(programs), String(judged), `${improved}${share}`, medianGain === null ? '-' : plainNumber(medianGain, 3), String(entered), String(cases),
    cost === 0 ? '-' : plainNumber(cost, 4), spent === null ? '-' : String(spent.inputTokens + spent.outputTokens),
  ];
}
