import type { ModelAccount } from '@evospice/evolution';
import { expect, it } from 'vitest';
import { accountText } from './account-text.ts';

const account = (model: string, more: Partial<ModelAccount> = {}): ModelAccount => ({ model, questions: 4, failures: {}, retries: 0, spent: { inputTokens: 100, outputTokens: 20, cachedTokens: 0, answersWithoutUsage: 0, cost: 0.5, unpriced: 0 }, ...more });

it('tells what each model cost and failed with, and nothing of a single one that always answered', () => {
  expect(accountText([account('one')])).toBeNull();
  const text = accountText([account('one', { failures: { LLM_TIMEOUT: 2, LLM_ANSWER: 1 }, retries: 5 }), account('other', { spent: null })], { fancy: false, width: 200 });
  expect(text?.replaceAll(/[|│]/gu, " ")).toMatch(/one\s+4\s+3\s+5\s+100\s+20\s+\$0\.5000\s+2 LLM_TIMEOUT, 1 LLM_ANSWER/u);
  expect(text?.replaceAll(/[|│]/gu, " ")).toMatch(/other\s+4\s+0\s+0\s+-\s+-\s+-/u);
});
