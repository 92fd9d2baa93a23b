import { EvospiceError, type LanguageModel, type Logger } from '@evospice/contracts';
import { sendEvents, sendForEver, sendJson, stubService, testLanguageModel, warningsLogger, type StubReply, type StubService } from '@evospice/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { anthropicLanguageModel } from './anthropic-language-model.ts';
import plugin from './index.ts';
import { anthropicOptions } from './options.ts';

const services: StubService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

async function serviceWith(reply: StubReply): Promise<StubService> {
  const service = await stubService(reply);
  services.push(service);
  return service;
}

const message = (content: readonly object[], more: object = {}): object => ({
  id: 'm1', type: 'message', role: 'assistant', model: 'tiny-1', content, stop_reason: 'end_turn', usage: { input_tokens: 11, output_tokens: 3 }, ...more,
});
const yes: StubReply = (response) => sendJson(response, 200, message([{ type: 'text', text: 'yes' }]));
const answers = (content: readonly object[], more: object = {}): StubReply => (response) => sendJson(response, 200, message(content, more));
const failure = (status: number, text = 'no', headers: Record<string, string> = {}): StubReply => (response) => sendJson(response, status, { type: 'error', error: { type: 'some_error', message: text } }, headers);

function modelAt(url: string, options: object = {}, log: Logger = warningsLogger(), environment: Record<string, string> = {}): LanguageModel {
  return anthropicLanguageModel(anthropicOptions.parse({ model: 'tiny', baseUrl: url, retryDelaySeconds: 0, ...options }), { logger: log, environment });
}

const ask = { messages: [{ role: 'user', content: 'Say yes.' }] } as const;
const subject = (reply: StubReply, options: object = {}) => async () => {
  const service = await stubService(reply);
  return { model: modelAt(service.url, { maxRetries: 1, ...options }), close: () => service.close() };
};
const codeOf = async (promise: Promise<unknown>): Promise<EvospiceError> => {
  const error = await promise.then((value) => expect.unreachable(`gave ${JSON.stringify(value)}`), (thrown: unknown) => thrown);
  if (!EvospiceError.is(error)) throw error;
  return error;
};

testLanguageModel('anthropic', subject(yes), {
  failing: {
    LLM_REFUSED: subject(failure(401)),
    LLM_UNREACHABLE: async () => {
      const gone = await stubService(yes);
      await gone.close();
      return { model: modelAt(gone.url, { maxRetries: 1 }) };
    },
    LLM_TIMEOUT: subject(() => {}, { timeoutSeconds: 0.1 }),
    LLM_ANSWER: subject(answers([])),
  },
});

describe('what is asked', () => {
  test('instructions are the system prompt, kept by the service; the key goes in its header', async () => {
    const { url, received } = await serviceWith(yes);
    const model = modelAt(url, {}, warningsLogger(), { ANTHROPIC_API_KEY: 'secret-key' });
    await model.complete({ messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'a' }, { role: 'assistant', content: 'b' }, { role: 'user', content: 'c' }], temperature: 0.2, maxTokens: 50, seed: 7 });
    expect(received[0]).toMatchObject({ path: '/v1/messages', headers: { authorization: 'Bearer secret-key' } });
    expect(received[0]?.body).toEqual({
      model: 'tiny', max_tokens: 50, temperature: 0.2, system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: 'a' }, { role: 'assistant', content: 'b' }, { role: 'user', content: 'c' }],
    });
  });

  test('without a key no key is sent, and Anthropic itself is refused', async () => {
    const { url, received } = await serviceWith(yes);
    await modelAt(url).complete(ask);
    expect(received[0]?.headers['x-api-key']).toBeUndefined();
    expect(received[0]?.headers.authorization).toBeUndefined();
    expect(() => anthropicLanguageModel(anthropicOptions.parse({ model: 'm' }), { logger: warningsLogger(), environment: {} })).toThrow(expect.objectContaining({ code: 'LLM_REFUSED' }));
  });

  test('a parameter that the service refuses is left out, once and for all, and that is said once', async () => {
    const log = warningsLogger();
    const { url, received } = await serviceWith((response, count) => (count === 1 ? failure(400, '`temperature` is deprecated for this model.')(response, count) : yes(response, count)));
    const model = modelAt(url, { temperature: 0.5 }, log);
    await model.complete(ask);
    await model.complete(ask);
    expect(received.map(({ body }) => body['temperature'])).toEqual([0.5, undefined, undefined]);
    expect(log.warnings).toEqual(['tiny does not take temperature: it is left out from now on']);
  });

  test('another refusal stays one', async () => {
    const { url, received } = await serviceWith(failure(400, 'max_tokens: too large'));
    expect(await codeOf(modelAt(url, { temperature: 0.5 }).complete(ask))).toMatchObject({ code: 'LLM_REFUSED', message: expect.stringContaining('max_tokens: too large') });
    expect(received).toHaveLength(1);
  });
});

describe('what is answered', () => {
  test('blocks of thinking and tool calls are not the answer; all tokens that were read count', async () => {
    const usage = { input_tokens: 10, cache_read_input_tokens: 100, cache_creation_input_tokens: 5, output_tokens: 7 };
    const { url } = await serviceWith(answers([{ type: 'thinking', thinking: 'no', signature: 's' }, { type: 'redacted_thinking', data: 'x' }, { type: 'text', text: 'ye' }, { type: 'text', text: 's' }], { usage }));
    expect(await modelAt(url, { price: { input: 1, cached: 0.1, output: 10 } }).complete(ask)).toEqual({
      text: 'yes', model: 'tiny-1', usage: { inputTokens: 115, outputTokens: 7, cachedTokens: 100, cost: (15 * 1 + 100 * 0.1 + 7 * 10) / 1e6 },
    });
  });

  test.each([
    ['thinking alone', answers([{ type: 'thinking', thinking: 'hm', signature: 's' }]), 'holds thinking and no answer'],
    ['a tool call', answers([{ type: 'tool_use', id: 't', name: 'f', input: {} }]), 'calls a tool'],
    ['a refusal', answers([], { stop_reason: 'refusal' }), 'is a refusal'],
    ['another document', ((response) => sendJson(response, 200, { hello: 1 })) as StubReply, 'is not a message'],
    ['no JSON', ((response) => sendJson(response, 200, '<html>')) as StubReply, 'is not JSON'],
    ['more than is read', answers([{ type: 'text', text: 'x'.repeat(5000) }]), 'longer than 1024 bytes'],
  ])('%s is said for what it is, after its tries', async (_, reply, said) => {
    const { url } = await serviceWith(reply);
    expect(await codeOf(modelAt(url, { maxRetries: 1, maxAnswerBytes: 1024 }).complete(ask))).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining(said) });
  });

  test('a cut answer is given with a mark and a warning', async () => {
    const log = warningsLogger();
    const { url } = await serviceWith(answers([{ type: 'text', text: 'half' }], { stop_reason: 'max_tokens', usage: null }));
    expect(await modelAt(url, {}, log).complete(ask)).toMatchObject({ text: 'half', cut: 'length' });
    expect(log.warnings).toHaveLength(1);
  });

  test.each([[429, 3], [529, 3], [500, 3], [404, 1]])('status %i is tried %i times with two retries', async (status, tries) => {
    const { url, received } = await serviceWith(failure(status, 'busy', { 'retry-after': '0' }));
    const error = await codeOf(modelAt(url, { maxRetries: 2 }).complete(ask));
    expect(error.message).toContain('busy');
    expect(received).toHaveLength(tries);
  });
});

describe('an answer in a stream', () => {
  const start = { type: 'message_start', message: { id: 'm1', role: 'assistant', model: 'tiny-1', content: [], stop_reason: null, usage: { input_tokens: 10, cache_read_input_tokens: 100, output_tokens: 1 } } };
  const block = (type: string, index = 0): object => ({ type: 'content_block_start', index, content_block: { type, text: '' } });
  const piece = (text: string): object => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
  const ended = (stop_reason = 'end_turn'): readonly object[] => [{ type: 'message_delta', delta: { stop_reason }, usage: { output_tokens: 7 } }, { type: 'message_stop' }];
  const spoken = [start, { type: 'ping' }, block('thinking'), { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'hm' } }, block('text', 1), piece('ye'), piece('s')];
  const failed = async (reply: StubReply, options: object = {}) => {
    const { url, received } = await serviceWith(reply);
    const error = await codeOf(modelAt(url, { stream: true, maxRetries: 1, ...options }).complete(ask));
    return { code: error.code, message: error.message, tries: received.length };
  };

  test('is put together, with all tokens, whether it was asked for or not', async () => {
    const { url, received } = await serviceWith(sendEvents([...spoken, ...ended()]));
    const expected = { text: 'yes', model: 'tiny-1', usage: { inputTokens: 110, outputTokens: 7, cachedTokens: 100 } };
    expect(await modelAt(url, { stream: true, parameters: { top_k: 5 } }).complete(ask)).toEqual(expected);
    expect(await modelAt(url).complete(ask)).toEqual(expected);
    expect(received.map(({ body }) => [body['stream'], body['top_k']])).toEqual([[true, 5], [undefined, undefined]]);
  });

  test('is never taken for whole before its end', async () => {
    expect(await failed(sendEvents(spoken))).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('was cut'), tries: 2 });
    expect(await failed(sendEvents(spoken, 'break'))).toMatchObject({ code: 'LLM_UNREACHABLE', tries: 2 });
    expect(await failed(sendEvents(spoken, 'silence'), { idleSeconds: 0.1 })).toMatchObject({ code: 'LLM_TIMEOUT', tries: 2 });
  });

  test('is bounded, and what the service says in it is shown', async () => {
    expect(await failed(sendForEver('text/event-stream', '', `data: ${JSON.stringify(piece('x'.repeat(500)))}\n\n`.repeat(99)), { maxAnswerBytes: 2 ** 16, maxRetries: 0 })).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('longer than 65536 bytes') });
    expect(await failed(sendEvents([...spoken, { type: 'error', error: { type: 'overloaded_error', message: 'busy' } }]))).toMatchObject({ code: 'LLM_UNREACHABLE', message: expect.stringContaining('busy'), tries: 2 });
    expect(await failed(sendEvents([start, block('thinking'), ...ended('max_tokens')]))).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('holds thinking and no answer') });
    expect(await failed(sendEvents(['nonsense']))).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('not JSON') });
  });
});

test('the plugin offers LanguageModel anthropic', () => {
  expect(plugin.contributions.map(({ point, name }) => `${point} ${name}`)).toEqual(['LanguageModel anthropic']);
});
