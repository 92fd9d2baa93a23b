import type { Logger } from '@evospice/contracts';
import { sendJson as send, stubService, testLanguageModel, warningsLogger, type StubReply } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import plugin from './index.ts';
import { openaiLanguageModel } from './openai-language-model.ts';
import { openaiOptions } from './options.ts';
import { ask, completion, errorOf, failure, modelAt, serviceWith, yes } from './testing/models.ts';

/** Keeps the fields of its warnings too. */
function fullLogger(): Logger & { readonly warnings: { readonly message: string; readonly fields: Readonly<Record<string, unknown>> | undefined }[] } {
  const warnings: { message: string; fields: Readonly<Record<string, unknown>> | undefined }[] = [];
  return { warnings, debug: () => undefined, info: () => undefined, warn: (message, fields) => void warnings.push({ message, fields }) };
}

const subject = (reply: StubReply, options: object = {}) => async () => {
  const service = await stubService(reply);
  return { model: modelAt(`${service.url}/v1`, { maxRetries: 1, ...options }), close: () => service.close() };
};

testLanguageModel('openai', subject(yes), {
  failing: {
    LLM_REFUSED: subject(failure(401)),
    LLM_UNREACHABLE: async () => {
      const gone = await stubService(yes);
      await gone.close();
      return { model: modelAt(gone.url, { maxRetries: 1 }) };
    },
    LLM_TIMEOUT: subject(() => {}, { timeoutSeconds: 0.1 }),
    LLM_ANSWER: subject((response) => send(response, 200, completion(''))),
  },
});

describe('what is asked', () => {
  test('the request carries model, messages, temperature, limit and seed, and the answer its usage', async () => {
    const { baseUrl, received } = await serviceWith(yes);
    const answer = await modelAt(baseUrl, { temperature: 0.9 }).complete({ ...ask, temperature: 0.2, maxTokens: 50, seed: 7 });
    expect(answer).toEqual({ text: 'yes', model: 'tiny-1', usage: { inputTokens: 11, outputTokens: 3 } });
    expect(received[0]?.path).toBe('/v1/chat/completions');
    expect(received[0]?.body).toEqual({ model: 'tiny', messages: ask.messages, temperature: 0.2, max_tokens: 50, seed: 7 });
  });

  test('options are used where the request names nothing', async () => {
    const { baseUrl, received } = await serviceWith(yes);
    await modelAt(baseUrl, { temperature: 0.9, maxTokens: 9, tokenLimitField: 'max_completion_tokens' }).complete(ask);
    expect(received[0]?.body).toEqual({ model: 'tiny', messages: ask.messages, temperature: 0.9, max_completion_tokens: 9 });
  });

  test('the key comes from the variable named, and without one no authorization is sent', async () => {
    const { baseUrl, received } = await serviceWith(yes);
    await modelAt(baseUrl, { apiKeyVariable: 'MY_KEY' }, fullLogger(), { MY_KEY: 'secret-1', OPENAI_API_KEY: 'other' }).complete(ask);
    await modelAt(baseUrl, {}, fullLogger(), {}).complete(ask);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret-1', undefined]);
    expect(received[1]?.headers['openai-organization']).toBeUndefined();
  });

  test('OpenAI itself without a key is refused at construction, naming the variable', () => {
    const options = openaiOptions.parse({ model: 'gpt-5-mini', apiKeyVariable: 'MY_KEY' });
    expect(() => openaiLanguageModel(options, { logger: warningsLogger(), environment: {} })).toThrow(expect.objectContaining({ code: 'LLM_REFUSED', remedy: expect.stringContaining('MY_KEY') }));
  });

  test('a key in place of the name of a variable is refused by the schema', () => {
    expect(openaiOptions.safeParse({ model: 'm', apiKeyVariable: 'sk-proj-abc' }).success).toBe(false);
  });

  test('the plugin offers LanguageModel openai', () => {
    expect(plugin.contributions.map(({ point, name }) => `${point} ${name}`)).toEqual(['LanguageModel openai']);
  });
});

describe('retries', () => {
  test.each([429, 500, 503, 408])('status %i is tried again, and the retry is logged', async (status) => {
    const log = fullLogger();
    const { baseUrl, received } = await serviceWith((response, count) => (count < 3 ? failure(status)(response, count) : yes(response, count)));
    expect((await modelAt(baseUrl, { maxRetries: 3 }, log).complete(ask)).text).toBe('yes');
    expect(received).toHaveLength(3);
    expect(log.warnings.map(({ fields }) => fields?.['retry'])).toEqual([1, 2]);
  });

  test.each([
    [429, 'LLM_REFUSED', 3],
    [500, 'LLM_UNREACHABLE', 3],
    [400, 'LLM_REFUSED', 1],
    [401, 'LLM_REFUSED', 1],
    [404, 'LLM_REFUSED', 1],
  ])('status %i for ever ends with %s after %i requests', async (status, code, requests) => {
    const { baseUrl, received } = await serviceWith(failure(status));
    expect((await errorOf(modelAt(baseUrl, { maxRetries: 2 }).complete(ask))).code).toBe(code);
    expect(received).toHaveLength(requests);
  });

  test('a spent quota is not tried again', async () => {
    const { baseUrl, received } = await serviceWith(failure(429, { message: 'You exceeded your quota', code: 'insufficient_quota', type: 'insufficient_quota' }));
    const error = await errorOf(modelAt(baseUrl).complete(ask));
    expect(error).toMatchObject({ code: 'LLM_REFUSED', message: expect.stringContaining('quota') });
    expect(received).toHaveLength(1);
  });

  test('Retry-After is heeded', async () => {
    const log = fullLogger();
    const { baseUrl } = await serviceWith((response, count) => (count === 1 ? failure(429, { message: 'slow' }, { 'retry-after': '0.05' })(response, count) : yes(response, count)));
    await modelAt(baseUrl, {}, log).complete(ask);
    expect(log.warnings[0]?.fields?.['delaySeconds']).toBe(0.05);
  });

  test('a fired signal ends the wait between two tries', async () => {
    const { baseUrl } = await serviceWith(failure(500));
    const controller = new AbortController();
    const pending = errorOf(modelAt(baseUrl, { retryDelaySeconds: 30 }).complete(ask, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 60);
    expect((await pending).code).toBe('LLM_CANCELLED');
  });

  test('a fired signal ends a running request', async () => {
    const { baseUrl } = await serviceWith(() => {});
    const controller = new AbortController();
    const pending = errorOf(modelAt(baseUrl).complete(ask, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 60);
    expect((await pending).code).toBe('LLM_CANCELLED');
  });
});

describe('answers', () => {
  const answered = async (body: object): Promise<object> => {
    const { baseUrl } = await serviceWith((response) => send(response, 200, body));
    return modelAt(baseUrl, { maxRetries: 0 }).complete(ask);
  };

  test.each<[unknown, object | undefined]>([
    [{ prompt_tokens: 11, completion_tokens: null, total_tokens: 14 }, { inputTokens: 11, outputTokens: 0, incomplete: true }],
    [{ prompt_tokens: 11 }, { inputTokens: 11, outputTokens: 0, incomplete: true }],
    [{ prompt_tokens: 11, completion_tokens: 3, prompt_tokens_details: { cached_tokens: 8 }, cost: 0.002 }, { inputTokens: 11, outputTokens: 3, cachedTokens: 8, cost: 0.002 }],
    [{ prompt_tokens: 11, completion_tokens: 3, prompt_tokens_details: null }, { inputTokens: 11, outputTokens: 3 }],
    [{}, undefined], [null, undefined], ['many', undefined], [undefined, undefined],
  ])('are used with usage %j', async (usage, expected) => {
    expect(await answered({ ...completion('yes'), usage })).toEqual({ text: 'yes', model: 'tiny-1', ...(expected === undefined ? {} : { usage: expected }) });
  });

  test('may come in parts, of which thoughts are left out', async () => {
    const content = [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }, { type: 'reasoning', text: 'hm' }, { type: 'text', thought: true, text: 'hm' }, { type: 'text', text: 'ye' }, { type: 'text', text: 's' }];
    expect(await answered(completion(null, { message: { role: 'assistant', content, reasoning_content: 'hm' } }))).toMatchObject({ text: 'yes' });
  });

  test('may begin with a byte order mark, or come as plain text', async () => {
    for (const type of ['application/json', 'text/plain']) {
      const { baseUrl } = await serviceWith((response) => send(response, 200, `\uFEFF${JSON.stringify(completion('yes'))}`, { 'content-type': type }));
      expect(await modelAt(baseUrl, { maxRetries: 0 }).complete(ask)).toMatchObject({ text: 'yes' });
    }
  });
});

test('a redirection is refused with the address, and not tried again', async () => {
  const { baseUrl, received } = await serviceWith((response) => { response.writeHead(302, { location: '/login' }); response.end(); });
  expect(await errorOf(modelAt(baseUrl).complete(ask))).toMatchObject({ code: 'LLM_REFUSED', message: expect.stringContaining('answered 302: the service for tiny is elsewhere, at /login') });
  expect(received).toHaveLength(1);
});

test.each([['MAX_TOKENS', 'length'], ['length', 'length'], ['SAFETY', 'filter'], ['stop', undefined]])('an answer that ends with %s is cut: %s', async (reason, cut) => {
  const { baseUrl } = await serviceWith((response) => send(response, 200, completion('yes', { finish_reason: reason })));
  expect((await modelAt(baseUrl, { maxRetries: 0 }).complete(ask)).cut).toBe(cut);
});

describe('answers that cannot be used', () => {
  const raw = (type: string, body: string): StubReply => (response) => send(response, 200, body, { 'content-type': type });
  test.each<[string, StubReply]>([
    ['empty text', (response) => send(response, 200, completion('  \n'))],
    ['null text', (response) => send(response, 200, completion(null))],
    ['no choices', (response) => send(response, 200, { ...completion('x'), choices: [] })],
    ['another shape', (response) => send(response, 200, { result: 'yes' })],
    ['broken JSON', raw('application/json', '{"choices": [')],
    ['text that broke off', (response) => send(response, 200, completion('half', { finish_reason: 'network_error' }))],
    ['a web page', raw('text/html', '<html>Welcome</html>')],
    ['nothing at all', raw('application/json', '')],
  ])('%s gives LLM_ANSWER after the retries', async (_, reply) => {
    const { baseUrl, received } = await serviceWith(reply);
    const error = await errorOf(modelAt(baseUrl, { maxRetries: 1 }).complete(ask));
    expect(error.code).toBe('LLM_ANSWER');
    expect(received).toHaveLength(2);
  });

  const message = (fields: object, finish_reason = 'stop'): StubReply => (response) => send(response, 200, completion(null, { finish_reason, message: { role: 'assistant', content: null, ...fields } }));
  test.each<[string, StubReply, string, string]>([
    ['reasoning in a field', message({ reasoning_content: 'Let me see.' }), 'holds reasoning and no answer', 'turn reasoning off'],
    ['reasoning cut at the limit', message({ content: '', reasoning: 'Let me see.' }, 'length'), 'holds reasoning and no answer', 'raise maxTokens'],
    ['a thought as the only part', message({ content: [{ type: 'thinking', thinking: 'hm' }] }), 'holds reasoning and no answer', 'turn reasoning off'],
    ['a call of a tool', message({ tool_calls: [{ id: 't', type: 'function', function: { name: 'edit', arguments: '{}' } }] }, 'tool_calls'), 'calls a tool (edit) and has no text', 'without tools'],
    ['a text that broke off', (response) => send(response, 200, completion('ye', { finish_reason: 'error' })), 'broke off', 'baseUrl'],
    ['a web page', raw('text/html', '<html>Welcome</html>'), 'is not JSON: it begins with "<html>Welcome</html>"', 'baseUrl'],
  ])('%s is said', async (_, reply, text, remedy) => {
    const { baseUrl } = await serviceWith(reply);
    expect(await errorOf(modelAt(baseUrl, { maxRetries: 0 }).complete(ask))).toMatchObject({
      code: 'LLM_ANSWER', message: expect.stringContaining(text), remedy: expect.stringContaining(remedy),
    });
  });

  test('an error with status 200 is shown as the service wrote it, in an answer, a choice and a stream, and tried again where that may help', async () => {
    const inBody = async (reply: StubReply): Promise<[string, string, number]> => {
      const { baseUrl, received } = await serviceWith(reply);
      const error = await errorOf(modelAt(baseUrl, { maxRetries: 1 }).complete(ask));
      return [error.code, error.message.replace(baseUrl, 'URL'), received.length];
    };
    const said = 'tiny at URL answered with an error instead of text:';
    expect(await inBody((response) => send(response, 200, { error: { message: 'Provider returned error', code: 502 } }))).toEqual(['LLM_UNREACHABLE', `${said} Provider returned error (502)`, 2]);
    expect(await inBody((response) => send(response, 200, { choices: null, error: { message: 'bad key', code: 'invalid_api_key' } }))).toEqual(['LLM_REFUSED', `${said} bad key (invalid_api_key)`, 1]);
    expect(await inBody((response) => send(response, 200, completion('ye', { error: { message: 'lost', code: 503 }, finish_reason: 'error' })))).toEqual(['LLM_UNREACHABLE', `${said} lost (503)`, 2]);
    expect(await inBody(raw('text/event-stream', 'data: {"choices":[{"delta":{"content":"y"}}]}\n\ndata: {"error":{"message":"lost","code":503}}\n\n'))).toEqual(['LLM_UNREACHABLE', `${said} lost (503)`, 2]);
  });

  test('the message of a failed request is shown whatever its shape', async () => {
    const { baseUrl } = await serviceWith((response) => send(response, 403, { detail: 'Not authenticated' }));
    expect((await errorOf(modelAt(baseUrl).complete(ask))).message).toBe(`${baseUrl} answered 403: Not authenticated`);
  });

  test('an answer longer than the limit is given up', async () => {
    const { baseUrl } = await serviceWith((response) => send(response, 200, completion('x'.repeat(5000))));
    expect(await errorOf(modelAt(baseUrl, { maxAnswerBytes: 4096, maxRetries: 0 }).complete(ask))).toMatchObject({ code: 'LLM_ANSWER', message: expect.stringContaining('longer than 4096 bytes') });
  });

  test('a refusal in words is told', async () => {
    const { baseUrl } = await serviceWith((response) => send(response, 200, completion(null, { message: { role: 'assistant', content: null, refusal: 'I cannot help' } })));
    expect((await errorOf(modelAt(baseUrl, { maxRetries: 0 }).complete(ask))).message).toContain('I cannot help');
  });

  test('a body that stops halfway counts as a time-out', async () => {
    const { baseUrl } = await serviceWith((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices": [');
    });
    expect((await errorOf(modelAt(baseUrl, { timeoutSeconds: 0.15, maxRetries: 0 }).complete(ask))).code).toBe('LLM_TIMEOUT');
  });

  test('a connection that breaks is LLM_UNREACHABLE', async () => {
    const { baseUrl } = await serviceWith((response) => void response.destroy());
    expect((await errorOf(modelAt(baseUrl, { maxRetries: 0 }).complete(ask))).code).toBe('LLM_UNREACHABLE');
  });

  test('an answer cut at its length is given, with a warning', async () => {
    const log = fullLogger();
    const { baseUrl } = await serviceWith((response) => send(response, 200, completion('ye', { finish_reason: 'length', message: { content: 'ye' } })));
    expect((await modelAt(baseUrl, {}, log).complete(ask)).text).toBe('ye');
    expect(log.warnings[0]?.message).toContain('cut');
  });
});

test('a key that the service echoes is in no message and no log line', async () => {
  const log = fullLogger();
  const { baseUrl } = await serviceWith((response, count) => failure(count === 1 ? 500 : 401, { message: 'bad key secret-key-1' })(response, count));
  const error = await errorOf(modelAt(baseUrl, {}, log, { OPENAI_API_KEY: 'secret-key-1' }).complete(ask));
  expect(JSON.stringify([error, error.message, String(error.cause), log.warnings])).not.toContain('secret-key-1');
  expect(error.message).toContain('[key]');
});

describe('parameters that a service refuses', () => {
  test('are left out from then on, one after another, and each is said once', async () => {
    const log = fullLogger();
    const { baseUrl, received } = await serviceWith((response, count) => {
      if (count === 1) failure(400, { message: "Unsupported parameter: 'temperature' is not supported with this model." })(response, count);
      else if (count === 2) failure(422, { message: 'seed: extra fields not permitted' })(response, count);
      else yes(response, count);
    });
    const model = modelAt(baseUrl, { temperature: 0.5 }, log);
    await model.complete({ ...ask, seed: 3 });
    await model.complete({ ...ask, seed: 4 });
    expect(received.map(({ body }) => [body['temperature'], body['seed']])).toEqual([[0.5, 3], [undefined, 3], [undefined, undefined], [undefined, undefined]]);
    expect(log.warnings.map(({ message }) => message)).toEqual(['tiny does not take temperature: it is left out from now on', 'tiny does not take seed: it is left out from now on']);
  });

  test('a price gives the cost where the service tells none', async () => {
    const { baseUrl } = await serviceWith(yes);
    expect((await modelAt(baseUrl, { price: { input: 2, output: 8 } }).complete(ask)).usage).toEqual({ inputTokens: 11, outputTokens: 3, cost: (22 + 24) / 1e6 });
  });
});
