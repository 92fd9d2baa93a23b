import { describe, expect, it } from 'vitest';
import { isOutOfWork, ProposerTally, type ProposerRecord } from './proposer-tally.ts';

const failure = (code: string, details = {}) => ({ code, reason: `${code}!`, details });

/** What a proposer came to by a word for each attempt: `ok`, or the code of its failure. */
function recordOf(...attempts: readonly string[]): ProposerRecord {
  const tally = new ProposerTally();
  for (const attempt of attempts) {
    if (attempt === 'ok') tally.wrote('a', {});
    else if (attempt === 'resumed') tally.resumed();
    else tally.failed('a', failure(attempt));
  }
  return tally.records[0] as ProposerRecord;
}

describe('what came of a proposer’s attempts', () => {
  it.each<[readonly string[], boolean]>([
    [['ok', 'PROPOSAL_FAILED', 'PROPOSAL_FAILED', 'PROPOSAL_FAILED'], false],
    [['PROPOSAL_FAILED'], false],
    [['LLM_TIMEOUT'], true],
    [['ok', 'LLM_TIMEOUT', 'LLM_TIMEOUT'], false],
    [['ok', 'LLM_TIMEOUT', 'PROPOSAL_FAILED', 'LLM_TIMEOUT', 'PROPOSER_ERROR'], true],
    [['ok', 'LLM_REFUSED'], true],
    [['LLM_REFUSED', 'LLM_REFUSED', 'ok'], false],
    [['LLM_REFUSED', 'resumed'], false],
  ])('after %j it is out of work: %s', (attempts, expected) => expect(isOutOfWork(recordOf(...attempts))).toBe(expected));

  it('is counted, with the newest trouble', () => {
    expect(recordOf('ok', 'PROPOSAL_FAILED', 'LLM_TIMEOUT', 'LLM_REFUSED')).toEqual({
      name: 'a', programs: 1, failed: 3, trouble: { code: 'LLM_REFUSED', reason: 'LLM_REFUSED!', times: 2 }, spent: null,
    });
  });

  it('is summed over programs and failures; a sum that lacks something says so', () => {
    const tally = new ProposerTally();
    tally.wrote('a', { model: 'm', inputTokens: 10, outputTokens: 2, cost: 0.5 });
    tally.failed('a', failure('PROPOSAL_FAILED', { inputTokens: 5, outputTokens: 0, answersWithoutUsage: 1, cachedTokens: 4 }));
    tally.wrote('b', { constant: 3 });
    expect(tally.records.map(({ spent }) => spent)).toEqual([
      { inputTokens: 15, outputTokens: 2, cachedTokens: 4, answersWithoutUsage: 1, unpriced: 1, cost: 0.5 }, null,
    ]);
  });
});
