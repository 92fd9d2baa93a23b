import type { Exchange } from '@evospice/contracts';
import { expect, it } from 'vitest';
import { ModelTally } from './model-tally.ts';

const answered = (model: string, more: object): Exchange => ({ model, messages: [], answer: { text: 'yes', model: `${model}-1`, ...more } });
const failed = (model: string, code: string): Exchange => ({ model, messages: [], failure: { code, reason: 'r' } });

it('the ledger sums questions, failures by code, requests made again, tokens and money by the name in the configuration', () => {
  const tally = new ModelTally();
  for (const exchange of [
    answered('large', { usage: { inputTokens: 10, outputTokens: 2, cachedTokens: 4, cost: 0.5 } }), failed('small', 'LLM_TIMEOUT'), answered('small', { usage: { inputTokens: 5, outputTokens: 1 }, tries: 3 }),
    answered('large', { usage: { inputTokens: 1, outputTokens: 0, incomplete: true, cost: 0.25 } }), failed('small', 'LLM_TIMEOUT'), failed('small', 'LLM_ANSWER'), answered('silent', {}),
  ]) tally.asked(exchange);
  expect(tally.records).toEqual([
    { model: 'large', questions: 2, failed: 0, spent: { inputTokens: 11, outputTokens: 2, cachedTokens: 4, answersWithoutUsage: 1, cost: 0.75, unpriced: 0 } },
    { model: 'small', questions: 4, failed: 3, failures: { LLM_TIMEOUT: 2, LLM_ANSWER: 1 }, retries: 2, spent: { inputTokens: 5, outputTokens: 1, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 1 } },
    { model: 'silent', questions: 1, failed: 0, spent: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, answersWithoutUsage: 1, unpriced: 1 } },
  ]);
});
