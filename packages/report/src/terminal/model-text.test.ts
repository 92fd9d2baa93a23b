import type { ModelRecord } from '@evospice/evolution';
import { expect, it } from 'vitest';
import { modelText } from './model-text.ts';

const large: ModelRecord = { model: 'large', questions: 3, failed: 0, spent: { inputTokens: 100, outputTokens: 20, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 0, cost: 0.5 } };
const small: ModelRecord = { model: 'small', questions: 2, failed: 1, spent: { inputTokens: 10, outputTokens: 2, cachedTokens: 0, answersWithoutUsage: 1, unpriced: 1 } };

it('is a row for each language model and one for all, with sums that lack something marked', () => {
  const rows = (modelText([large, small], { fancy: false, width: 120 }) ?? '').split('\n').filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  expect(rows).toEqual([
    ['language model', 'questions', 'no answer', 'tokens in', 'tokens out', 'cost'],
    ['large', '3', '0', '100', '20', '$0.5000'],
    ['small', '2', '1', '10+', '2+', '-'],
    ['together', '5', '1', '110+', '22+', '$0.5000+'],
  ]);
});

it('says nothing of one model that always answered: the proposers do', () => {
  expect(modelText([])).toBeNull();
  expect(modelText([large])).toBeNull();
  expect(modelText([small])).toContain('small');
});
