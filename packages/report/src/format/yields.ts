import type { OperatorYield, ProposerYield, Yield } from '@evospice/evolution';
import { plainNumber } from './engineering.ts';
import { spentText } from './proposers.ts';

/** Headings of the cells of {@link yieldRows}. */
export const yieldHead = ['operator', 'programs', 'scored', 'improved', 'median gain', 'archived', 'cases', 'cost', 'tokens', 'money'] as const;

/**
 * One row for each proposer and operator: the proposer first, then its operators, each with the models that it was done by where there were several; a
 * proposer with a single operator has one row.
 */
export function yieldRows(yields: readonly ProposerYield[]): readonly (readonly string[])[] {
  return yields.flatMap(({ proposer, operators, ...whole }) => {
    const own = operators.flatMap((operator) => operatorRows(proposer, operator));
    if (operators.length !== 1) return [[proposer, ...cells(whole)], ...own];
    // What failed attempts of the proposer cost is counted with the proposer alone.
    return [[own[0]?.[0] ?? proposer, ...cells(whole)], ...own.slice(1)];
  });
}

function operatorRows(proposer: string, { operator, models, ...one }: OperatorYield): readonly (readonly string[])[] {
  const name = operator === proposer ? proposer : `${proposer}: ${operator}`;
  const [only] = models;
  if (models.length < 2) return [[only === undefined ? name : `${name} by ${only.model}`, ...cells(one)]];
  return [[name, ...cells(one)], ...models.map(({ model, ...of }) => [`${name} by ${model}`, ...cells(of)])];
}

function cells({ programs, judged, improved, medianGain, entered, cases, cost, spent }: Yield): readonly string[] {
  const share = programs === 0 ? '' : ` (${Math.round((100 * improved) / programs)} %)`;
  return [
    String(programs), String(judged), `${improved}${share}`, medianGain === null ? '-' : plainNumber(medianGain, 3), String(entered), String(cases),
    cost === 0 ? '-' : plainNumber(cost, 4), spent === null ? '-' : String(spent.inputTokens + spent.outputTokens), spentText(spent).cost,
  ];
}
