import type { OperatorYield, ProposerYield } from '@evospice/evolution';
import { describe, expect, it } from 'vitest';
import { yieldText } from './yield-text.ts';

const swap: OperatorYield = { operator: 'swap-strategy', programs: 8, judged: 6, improved: 1, entered: 2, medianGain: 0.01234, bestGain: 0.01234, cases: 40, cost: 12.5, spent: null, models: [] };
const flip: OperatorYield = { ...swap, operator: 'flip-condition', improved: 0, medianGain: null, bestGain: null };
const ast: ProposerYield = { ...swap, proposer: 'ast', programs: 16, operators: [swap, flip] };
const rowsOf = (text: string | null): string[][] => (text ?? '').split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));

describe('what is said of operators', () => {
  it('is nothing before the first child', () => {
    expect(yieldText([])).toBeNull();
    expect(yieldText([{ ...ast, programs: 0, operators: [] }])).toBeNull();
  });

  it('is a row for the proposer and each of its operators, without columns that say nothing', () => {
    expect(rowsOf(yieldText([ast], { fancy: false, width: 120 }))).toEqual([
      ['operator', 'programs', 'scored', 'improved', 'median gain', 'archived', 'cases', 'cost'],
      ['ast', '16', '6', '1 (6 %)', '0.0123', '2', '40', '12.5'],
      ['ast: swap-strategy', '8', '6', '1 (13 %)', '0.0123', '2', '40', '12.5'],
      ['ast: flip-condition', '8', '6', '0 (0 %)', '-', '2', '40', '12.5'],
    ]);
  });

  it('is a single row for a proposer with one operator, and has tokens where a model was asked', () => {
    const spent = { inputTokens: 1000, outputTokens: 234, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 1 };
    const llm: ProposerYield = { ...swap, proposer: 'llm', spent, operators: [{ ...swap, operator: 'llm-diff', spent }] };
    const [, row] = rowsOf(yieldText([llm], { fancy: false, width: 120 }));
    expect([row?.[0], row?.at(-1)]).toEqual(['llm: llm-diff', '1234']);
  });

  it('has a row for each of several models, and money where a price was told', () => {
    const spent = { inputTokens: 1000, outputTokens: 234, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 0, cost: 0.5 };
    const { operator: _operator, models: _models, ...one } = { ...swap, spent };
    const llm: ProposerYield = { ...one, proposer: 'llm', operators: [{ ...one, operator: 'llm-diff', models: [{ ...one, model: 'large' }, { ...one, model: 'small' }] }] };
    const [head, ...rows] = rowsOf(yieldText([llm], { fancy: false, width: 160 }));
    expect(head?.slice(-2)).toEqual(['tokens', 'money']);
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([['llm: llm-diff', '$0.5000'], ['llm: llm-diff by large', '$0.5000'], ['llm: llm-diff by small', '$0.5000']]);
  });
});
