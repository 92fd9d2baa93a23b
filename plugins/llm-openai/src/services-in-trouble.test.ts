import { sendEvents, sendForEver, sendJson, type StubReply } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { answered, ask, errorOf, failure, modelAt, serviceWith } from './testing/models.ts';
import { closed, created, delta, replies } from './testing/replies.ts';

describe.each(replies)('$name', ({ options, whole, half, reasoningOnly, refusal, limited, failing, endless }) => {
  const failed = async (reply: StubReply, more: object = {}) => {
    const { baseUrl, received } = await serviceWith(reply);
    const error = await errorOf(modelAt(baseUrl, { maxRetries: 1, ...options, ...more }).complete(ask));
    return { code: error.code, message: error.message, remedy: error.remedy, tries: received.length };
  };

  test('gives the text with its model and usage', async () => {
    expect(await answered(whole('yes ☺'), options)).toEqual({ text: 'yes ☺', model: 'tiny-1', usage: { inputTokens: 11, outputTokens: 3, ...(options.api === 'chat' ? {} : { cachedTokens: 0 }) } });
  });

  test('never takes half an answer for a whole one, ended or broken, and says how many tries a whole one took', async () => {
    expect(await failed(half('yes'))).toMatchObject({ code: 'LLM_ANSWER', tries: 2 });
    expect(await failed(half('yes', 'break'))).toMatchObject({ code: 'LLM_UNREACHABLE', tries: 2 });
    const { baseUrl } = await serviceWith((response, count) => (count === 1 ? half('ye') : whole('yes'))(response, count));
    expect(await modelAt(baseUrl, options).complete(ask)).toMatchObject({ text: 'yes', tries: 2 });
  });

  test('ends in silence: at the time-out, a stream before it', async () => {
    expect(await failed(half('yes', 'silence'), options.stream ? { idleSeconds: 0.1 } : { timeoutSeconds: 0.2 })).toMatchObject({
      code: 'LLM_TIMEOUT', tries: 2, message: expect.stringContaining(options.stream ? 'fell silent' : 'did not answer within'),
    });
    expect(await failed(() => undefined, { timeoutSeconds: 0.2, maxRetries: 0 })).toMatchObject({ code: 'LLM_TIMEOUT', tries: 1 });
  });

  test('is given up when it never ends, long before 50 MB', async () => {
    let written = 0;
    const flood: StubReply = (response, count) => {
      sendForEver(endless.type, endless.beginning, endless.piece)(response, count);
      response.on('close', () => { written = response.socket?.bytesWritten ?? 0; });
    };
    expect(await failed(flood, { maxAnswerBytes: 2 ** 17, maxRetries: 0 })).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('longer than 131072 bytes') });
    expect(written).toBeLessThan(50e6);
  });

  test.each([
    ['nothing', whole(''), 'is empty'], ['white space', whole(' \n'), 'is empty'], ['reasoning alone', reasoningOnly, 'holds reasoning and no answer'], ['a refusal', refusal, 'is a refusal: I cannot help'],
  ])('that holds %s is said for what it is', async (_, reply, said) => {
    expect(await failed(reply)).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining(said), tries: 2 });
  });

  test('is marked where it was cut at its length', async () => {
    expect(await answered(limited('ye'), options)).toMatchObject({ text: 'ye', cut: 'length' });
  });

  test('shows what the service says in place of an answer', async () => {
    expect(await failed(failing('the key is bad', 'invalid_api_key'))).toMatchObject({ code: 'LLM_REFUSED', message: expect.stringContaining('the key is bad'), tries: 1 });
    expect(await failed(failing('upstream is down', 'server_error'))).toMatchObject({ code: 'LLM_UNREACHABLE', message: expect.stringContaining('upstream is down'), tries: 2 });
  });

  test.each([
    [429, { 'retry-after': '0.01' }, 0.01], [503, { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT', date: 'Sun, 06 Nov 1994 08:49:37 GMT' }, 0], [500, {}, 0],
  ])('waits after status %i with %j', async (status, headers, delaySeconds) => {
    const waits: unknown[] = [];
    const { baseUrl } = await serviceWith((response, count) => (count === 1 ? failure(status, { message: 'slow' }, headers) : whole('yes'))(response, count));
    const log = { debug: () => undefined, info: () => undefined, warn: (__: string, fields?: Readonly<Record<string, unknown>>) => void waits.push(fields?.['delaySeconds']) };
    expect(await modelAt(baseUrl, options, log).complete(ask)).toMatchObject({ text: 'yes', tries: 2 });
    expect(waits).toEqual([delaySeconds]);
  });

  test('that is absurd is refused', async () => {
    for (const body of ['null', '[]', '7', '"yes"', '{"choices":7,"output":7}', 'nonsense', '{}']) {
      const reply: StubReply = options.stream ? sendEvents([body]) : (response) => sendJson(response, 200, body);
      expect(await failed(reply, { maxRetries: 0 }), body).toMatchObject({ code: 'LLM_ANSWER' });
    }
  });
});

describe('a request', () => {
  test('of responses carries instructions, conversation and limit, and nothing is left with the service', async () => {
    const { baseUrl, received } = await serviceWith(replies[3]!.whole('yes'));
    const messages = [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'a' }, { role: 'assistant', content: 'b' }, { role: 'user', content: 'c' }] as const;
    await modelAt(baseUrl, { api: 'responses', stream: true, parameters: { top_p: 0.9 } }).complete({ messages, temperature: 0.2, maxTokens: 50, seed: 7 });
    expect(received[0]?.path).toBe('/v1/responses');
    expect(received[0]?.body).toEqual({ model: 'tiny', instructions: 'Be brief.', input: messages.slice(1), max_output_tokens: 50, temperature: 0.2, top_p: 0.9, store: false, stream: true });
  });

  test('for a stream wants its usage, unless the service refuses that', async () => {
    const { baseUrl, received } = await serviceWith((response, count) => (count === 1 ? failure(400, { message: 'Unrecognized argument: stream_options' }) : replies[1]!.whole('yes'))(response, count));
    expect((await modelAt(baseUrl, { stream: true }).complete(ask)).text).toBe('yes');
    expect(received.map(({ body }) => [body['stream'], body['stream_options']])).toEqual([[true, { include_usage: true }], [true, undefined]]);
  });
});

test('a stream is read though none was asked for, and a whole answer though a stream was', async () => {
  const [chat, chatStream] = replies;
  expect((await answered(chatStream!.whole('yes'), chat!.options)).text).toBe('yes');
  expect((await answered(chat!.whole('yes'), chatStream!.options)).text).toBe('yes');
});

test('a stream without the right header is one still; a service that repeats no text gives its pieces', async () => {
  const reply: StubReply = (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end([created, delta('ye'), delta('s'), closed('completed', [])].map((event) => `event: x\r\ndata: ${JSON.stringify(event)}\r\n\r\n`).join(': keep-alive\r\n\r\n'));
  };
  expect((await answered(reply, { api: 'responses' })).text).toBe('yes');
});
