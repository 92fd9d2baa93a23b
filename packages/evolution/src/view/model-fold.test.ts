import type { Exchange } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { ModelFold } from './model-fold.ts';

const answered = (model: string, more: object): Exchange => ({ model, messages: [], answer: { text: 'yes', model: `${model}-1`, ...more } });
const failed = (model: string, code: string): Exchange => ({ model, messages: [], failure: { code, reason: 'r' } });

describe('accounts of models', () => {
  it('sum questions, failures by code, retries, tokens and money by the name in the configuration, whoever asked', () => {
    const fold = new ModelFold();
    const exchanges = [
      answered('large', { usage: { inputTokens: 10, outputTokens: 2, cachedTokens: 4, cost: 0.5 } }), failed('small', 'LLM_TIMEOUT'), answered('small', { usage: { inputTokens: 5, outputTokens: 1 }, tries: 3 }),
      answered('large', { usage: { inputTokens: 1, outputTokens: 0, incomplete: true, cost: 0.25 } }), failed('small', 'LLM_TIMEOUT'), failed('small', 'LLM_ANSWER'), answered('silent', {}),
    ];
    for (const [index, exchange] of exchanges.entries()) fold.asked({ ordinal: index + 1, proposer: 'llm', exchange, ...(index === 0 ? { purpose: 'novelty' as const } : {}) });
    expect(fold.accounts).toEqual([
      { model: 'large', questions: 2, failures: {}, retries: 0, spent: { inputTokens: 11, outputTokens: 2, cachedTokens: 4, answersWithoutUsage: 1, cost: 0.75, unpriced: 0 } },
      { model: 'small', questions: 4, failures: { LLM_TIMEOUT: 2, LLM_ANSWER: 1 }, retries: 2, spent: { inputTokens: 5, outputTokens: 1, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 1 } },
      { model: 'silent', questions: 1, failures: {}, retries: 0, spent: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, answersWithoutUsage: 1, unpriced: 1 } },
    ]);
    expect(fold.exchanges).toBe(7);
  });
});
