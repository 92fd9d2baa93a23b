import { EvospiceError, type Logger } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { failedStatus, keyFrom, timedOut, unreachable, withoutKey, withRetries, type RetryOptions } from './index.ts';

const service = { baseUrl: 'http://here/v1', model: 'tiny', apiKeyVariable: 'MY_KEY' };

function retrying(attempt: (count: number, signal: AbortSignal) => Promise<string>, changes: Partial<RetryOptions<string>> = {}) {
  const warnings: Readonly<Record<string, unknown>>[] = [];
  const logger: Logger = { debug() {}, info() {}, warn: (_, fields) => void warnings.push(fields ?? {}) };
  let count = 0;
  const answer = withRetries<string>({
    ...service, maxRetries: 2, retryDelaySeconds: 0, timeoutSeconds: 5, key: 'secret-1', logger, signal: undefined,
    attempt: (signal) => attempt(count += 1, signal),
    sort: (error, overdue) => (overdue ? timedOut(service, 5, error) : unreachable(String(error), error)),
    ...changes,
  });
  return { answer, warnings, tries: () => count };
}

describe('keys', () => {
  it('come from the environment, trimmed; an empty one is none', () => {
    expect([keyFrom({ K: ' a ' }, 'K'), keyFrom({ K: ' ' }, 'K'), keyFrom({}, 'K')]).toEqual(['a', undefined, undefined]);
  });

  it('are hidden in messages and what was received, cause included', () => {
    const error = new EvospiceError('LLM_REFUSED', 'key secret-1 is bad', { received: 'secret-1', expected: 'e', remedy: 'r', cause: new Error('secret-1') });
    const hidden = withoutKey(error, 'secret-1');
    expect(hidden).toMatchObject({ code: 'LLM_REFUSED', message: 'key [key] is bad', received: '[key]', expected: 'e', remedy: 'r' });
    expect(hidden.cause).toBeUndefined();
    expect(withoutKey(error, undefined)).toBe(error);
    expect(withoutKey(error, 'e')).toBe(error);
  });
});

describe('retries', () => {
  it('go on until an answer comes, logged and without the key', async () => {
    const { answer, warnings, tries } = retrying(async (count) => { if (count < 3) throw new Error('secret-1 down'); return 'yes'; });
    expect(await answer).toBe('yes');
    expect([tries(), warnings.map(({ retry }) => retry), warnings.map(({ message }) => message)]).toEqual([3, [1, 2], ['Error: [key] down', 'Error: [key] down']]);
  });

  it('are bounded, and made for answers that cannot be used but for no other error of ours', async () => {
    const malformed = retrying(() => Promise.reject(new EvospiceError('LLM_ANSWER', 'empty')));
    await expect(malformed.answer).rejects.toMatchObject({ code: 'LLM_ANSWER' });
    const refused = retrying(() => Promise.reject(new EvospiceError('LLM_REFUSED', 'no')));
    await expect(refused.answer).rejects.toMatchObject({ code: 'LLM_REFUSED' });
    expect([malformed.tries(), refused.tries()]).toEqual([3, 1]);
  });

  it('end when the caller gives up, before, during and between tries', async () => {
    await expect(retrying(async () => 'yes', { signal: AbortSignal.abort() }).answer).rejects.toMatchObject({ code: 'LLM_CANCELLED' });
    const controller = new AbortController();
    const between = retrying(() => Promise.reject(new Error('down')), { retryDelaySeconds: 30, signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    await expect(between.answer).rejects.toMatchObject({ code: 'LLM_CANCELLED' });
    const during = new AbortController();
    const waiting = retrying((_, signal) => new Promise((__, reject) => { signal.addEventListener('abort', () => reject(new Error('aborted'))); during.abort(); }), { signal: during.signal });
    await expect(waiting.answer).rejects.toMatchObject({ code: 'LLM_CANCELLED' });
  });

  it('tell a deadline from a broken connection', async () => {
    const hang = (_: number, signal: AbortSignal): Promise<string> => new Promise((__, reject) => { signal.addEventListener('abort', () => reject(new Error('aborted'))); });
    await expect(retrying(hang, { timeoutSeconds: 0.05, maxRetries: 0 }).answer).rejects.toMatchObject({ code: 'LLM_TIMEOUT' });
  });
});

it.each([
  [401, false, 'LLM_REFUSED', undefined], [404, false, 'LLM_REFUSED', undefined], [400, false, 'LLM_REFUSED', undefined],
  [429, true, 'LLM_REFUSED', 7], [408, true, 'LLM_UNREACHABLE', 7], [503, true, 'LLM_UNREACHABLE', 7],
])('status %i: retry %s, %s', (status, retry, code, retryAfter) => {
  expect(failedStatus({ status, reason: 'r', spent: false, retryAfter: '7', cause: null }, service)).toMatchObject({ retry, error: { code }, ...(retryAfter === undefined ? {} : { retryAfter }) });
});

it('a spent quota is not asked again, and a wait is at most a minute', () => {
  expect(failedStatus({ status: 429, reason: 'r', spent: true, retryAfter: null, cause: null }, service).retry).toBe(false);
  expect(failedStatus({ status: 429, reason: 'r', spent: false, retryAfter: '9999', cause: null }, service).retryAfter).toBe(60);
  expect(failedStatus({ status: 429, reason: 'r', spent: false, retryAfter: 'Mon, 01 Jan', cause: null }, service).retryAfter).toBeUndefined();
});
