import { EvospiceError, type Logger } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { boundedFetch, failedBody, TryFailed, usageFrom, errorInBody } from './index.ts';
import { failedStatus, timedOut, unreachable, type FailedTry } from './failures/sorting.ts';
import type { ServiceError } from './failures/service-error.ts';
import { withRetries, type RetryOptions } from './failures/with-retries.ts';
import { keyFrom, withoutKey } from './keys.ts';

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

  it('follow what a try says of its own failure', async () => {
    const told = retrying(() => Promise.reject(new TryFailed({ retry: false, error: new EvospiceError('LLM_ANSWER', 'never') })));
    await expect(told.answer).rejects.toMatchObject({ code: 'LLM_ANSWER' });
    expect(told.tries()).toBe(1);
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

describe('what a service tells of its failure', () => {
  it.each([
    [401, false, 'LLM_REFUSED', undefined], [404, false, 'LLM_REFUSED', undefined], [400, false, 'LLM_REFUSED', undefined], [402, false, 'LLM_REFUSED', 7],
    [429, true, 'LLM_REFUSED', 7], [408, true, 'LLM_UNREACHABLE', 7], [503, true, 'LLM_UNREACHABLE', 7],
  ])('status %i: retry %s, %s', (status, retry, code, retryAfter) => {
    const failed = failedStatus({ status, said: { message: 'r' }, headers: new Headers({ 'retry-after': '7' }) }, service);
    expect(failed).toMatchObject({ retry, error: { code, message: `http://here/v1 answered ${status}: r` } });
    expect(failed.retryAfter).toBe(retryAfter);
  });

  it('a spent quota is not asked again, and a wait is at most a minute', () => {
    const limited = (headers: Record<string, string>, code = ''): FailedTry => failedStatus({ status: 429, said: { message: 'r', code }, headers: new Headers(headers) }, service);
    expect(limited({}, 'insufficient_quota').retry).toBe(false);
    const wished = ['9999', '2.5', '-3', '', 'soon'].map((wish) => limited({ 'retry-after': wish }).retryAfter);
    expect(wished).toEqual([60, 2.5, undefined, undefined, undefined]);
  });

  it('a wait may be asked for as a date, which is that of the clock of the service', () => {
    const until = (wish: string, headers: Record<string, string>): number | undefined => failedStatus({ status: 503, said: { message: 'r' }, headers: new Headers({ 'retry-after': wish, ...headers }) }, service).retryAfter;
    const date = 'Sun, 06 Nov 1994 08:49:37 GMT';
    expect([until('Sun, 06 Nov 1994 08:49:50 GMT', { date }), until('Mon, 07 Nov 1994 08:49:37 GMT', { date }), until('Sun, 06 Nov 1994 08:00:00 GMT', { date }), until(date, {})])
      .toEqual([13, 60, 0, undefined]);
  });

  it.each<[unknown, ServiceError]>([
    [{ error: { message: 'm', code: 502 } }, { message: 'm', status: 502 }],
    [{ error: { message: 'm', type: 'invalid_request_error', code: 'invalid_api_key' } }, { message: 'm', status: 401, code: 'invalid_api_key' }],
    [{ type: 'error', error: { type: 'overloaded_error', message: 'm' } }, { message: 'm', status: 529, code: 'overloaded_error' }],
    [{ error: { code: 429, message: 'm', status: 'RESOURCE_EXHAUSTED' } }, { message: 'm', status: 429, code: 'RESOURCE_EXHAUSTED' }],
    [{ error: { message: 'Provider returned error', code: 502, metadata: { raw: 'upstream is down' } } }, { message: 'Provider returned error: upstream is down', status: 502 }],
    [{ error: 'm' }, { message: 'm' }],
    [{ errors: [{ message: 'm' }] }, { message: 'm' }],
    [{ detail: 'm' }, { message: 'm' }],
    [{ detail: [{ msg: 'm' }] }, { message: '[{"msg":"m"}]' }],
    [{ object: 'error', message: 'm', code: 40303 }, { message: 'm' }],
    [{ choices: [{ error: { message: 'm', code: '503' } }] }, { message: 'm', status: 503 }],
    [{ error: { error: { message: 'm', type: 'overloaded_error' } } }, { message: 'm', status: 529, code: 'overloaded_error' }],
    [{ error: { message: '{"error":{"message":"m","code":429}}' } }, { message: 'm', status: 429 }],
    [[{ error: { message: 'm', code: 400 } }], { message: 'm', status: 400 }],
    [{ code: 401, msg: 'm' }, { message: 'm', status: 401 }],
    [{ base_resp: { status_code: 1004, status_msg: 'm' }, choices: null }, { message: 'm' }],
    [{ fault: { faultstring: 'm' } }, { message: 'm' }],
    [{ error: 'a\u0000b\u001B[31m\r\nc\u2028d' }, { message: 'a b [31m c d' }],
  ])('is read from %j', (body, error) => expect(errorInBody(body)).toEqual(error));

  it.each([[{ choices: [{ message: { content: 'yes' } }], error: null }], [{ choices: [{}], error: {}, detail: 'high' }], ['error'], [null], [[]], [{}]])('is not seen in %j', (body) =>
    expect(errorInBody(body)).toBeUndefined());

  it('in a body with status 200 is sorted by the status it stands for, and is worth another try without one', () => {
    expect(failedBody({ message: 'm', status: 401 }, service)).toMatchObject({ retry: false, error: { code: 'LLM_REFUSED', message: expect.stringContaining('answered with an error instead of text: m (401)') } });
    expect(failedBody({ message: 'm', status: 502 }, service)).toMatchObject({ retry: true, error: { code: 'LLM_UNREACHABLE' } });
    expect(failedBody({ message: 'm' }, service)).toMatchObject({ retry: true, error: { code: 'LLM_ANSWER', message: expect.stringMatching(/: m$/) } });
  });
});

describe('what is read from the wire', () => {
  const limit = { ...service, maxAnswerBytes: 2048 };
  /** A body that would go on for ever. */
  const endless = (seen: { pulled: number; cancelled: boolean }, chunk: string): ReadableStream<Uint8Array> => new ReadableStream({
    pull(controller) { seen.pulled += 1; controller.enqueue(new TextEncoder().encode(chunk)); },
    cancel() { seen.cancelled = true; },
  });

  it('is the whole answer up to the limit, with its status and headers', async () => {
    const body = 'x'.repeat(2048);
    const response = await boundedFetch(limit, async () => new Response(body, { headers: { 'x-request-id': 'r1' } }))('http://here');
    expect([response.status, response.headers.get('x-request-id'), await response.text()]).toEqual([200, 'r1', body]);
  });

  it('ends at the limit with an error that names it, and the connection is given up', async () => {
    const seen = { pulled: 0, cancelled: false };
    const response = await boundedFetch(limit, async () => new Response(endless(seen, 'x'.repeat(1000))))('http://here');
    await expect(response.text()).rejects.toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('longer than 2048 bytes'), expected: expect.stringContaining('maxAnswerBytes') });
    expect(seen.cancelled).toBe(true);
    expect(seen.pulled).toBeLessThan(10);
  });

  it('is never of another service: a redirection is refused and named', async () => {
    const seen: (RequestInit | undefined)[] = [];
    const fetched = boundedFetch(limit, async (_, init) => { seen.push(init); return new Response(null, { status: 307, headers: { location: 'http://there/v1' } }); })('http://here');
    await expect(fetched).rejects.toMatchObject({ code: 'LLM_REFUSED', message: expect.stringContaining(`answered 307: the service for ${service.model} is elsewhere, at http://there/v1`) });
    expect(seen).toMatchObject([{ redirect: 'manual' }]);
  });

  it('is the message of a failed request in one shape, and no more of it than a message needs', async () => {
    const failing = async (body: BodyInit, statusText = ''): Promise<unknown> =>
      (await boundedFetch(limit, async () => new Response(body, { status: 403, statusText }))('http://here')).json();
    expect(await failing('{"detail":"no access"}')).toEqual({ error: { message: 'no access' } });
    expect(await failing('{"error":{"message":"m","type":"permission_error"}}')).toEqual({ error: { message: 'm', code: 'permission_error' } });
    expect(await failing('<html>Forbidden</html>')).toEqual({ error: { message: 'Forbidden' } });
    expect(await failing('{}', 'Payment Required')).toEqual({ error: { message: 'Payment Required' } });
    expect(await failing('', 'Forbidden')).toEqual({ error: { message: 'Forbidden' } });
    const seen = { pulled: 0, cancelled: false };
    expect(await failing(endless(seen, 'x'.repeat(10_000)))).toEqual({ error: { message: `${'x'.repeat(500)}…` } });
    expect(seen.pulled).toBeLessThan(12);
  });
});

it.each([
  [{ input: 11, output: 3 }, { inputTokens: 11, outputTokens: 3 }],
  [{ input: 11, output: 3, cached: 5, cost: 0.01 }, { inputTokens: 11, outputTokens: 3, cachedTokens: 5, cost: 0.01 }],
  [{ input: 11, output: null, cached: null, cost: 'free' }, { inputTokens: 11, outputTokens: 0, incomplete: true }],
  [{ input: undefined, output: 3 }, { inputTokens: 0, outputTokens: 3, incomplete: true }],
  [{ input: Number.NaN, output: -1 }, undefined],
  [{ input: '11', output: '3' }, { inputTokens: 11, outputTokens: 3 }],
])('usage %j is %j', (told, usage) => expect(usageFrom({ ...told })).toEqual(usage));
