import type { ProposerRecord } from '@evospice/evolution';
import { describe, expect, it } from 'vitest';
import { proposerText } from './proposer-text.ts';

const ast: ProposerRecord = { name: 'ast', programs: 9, failed: 1, trouble: null, spent: null };
const spent = { inputTokens: 1200, outputTokens: 340, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 4 };
const llm: ProposerRecord = { name: 'llm', programs: 4, failed: 0, trouble: null, spent };
const refused: ProposerRecord = { name: 'llm-2', programs: 0, failed: 3, spent: null, trouble: { code: 'LLM_REFUSED', reason: 'bad key [LLM_REFUSED]\n  what to do: set a key', times: 3 } };
const rowOf = (text: string | null, name: string): string[] => (text ?? '').split('\n').find((line) => line.startsWith(`| ${name} `))?.split('|').slice(1, -1).map((cell) => cell.trim()) ?? [];

describe('what is said of proposers', () => {
  it('is nothing of a single one that works', () => expect([proposerText([]), proposerText([ast])]).toEqual([null, null]));

  it('is a table with tokens where language models are asked', () => {
    const text = proposerText([ast, llm], { fancy: false });
    expect(rowOf(text, 'ast')).toEqual(['ast', '9', '1', '-', '-']);
    expect(rowOf(text, 'llm')).toEqual(['llm', '4', '0', '1200', '340']);
    expect(text).not.toContain('lower bound');
  });

  it('marks sums that lack something, of tokens and of prices', () => {
    const text = proposerText([{ ...llm, spent: { ...spent, cachedTokens: 100, answersWithoutUsage: 1, unpriced: 1, cost: 0.0123 } }], { fancy: false });
    expect(rowOf(text, 'llm')).toEqual(['llm', '4', '0', '1200+ (100 cached)', '340+', '$0.0123+']);
    expect(text).toContain('For 1 answer the service did not tell all tokens: sums with + are lower bounds.');
  });

  it('ends with why one is out of work, within the width', () => {
    const text = proposerText([ast, refused], { fancy: false, width: 50 }) ?? '';
    expect(text).toContain('llm-2 wrote no program: all its 3 attempts\n    failed, the last one because:\n  bad key [LLM_REFUSED]\n    what to do: set a key');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
    const late = proposerText([{ ...refused, programs: 1, trouble: { code: 'LLM_REFUSED', reason: 'bad key', times: 1 } }], { fancy: false });
    expect(late).toContain('llm-2 wrote 1 program, then failed once, at last because:\n  bad key');
  });
});
