import { registryOf, sendJson, stubService, testEmbeddingModel, warningsLogger, type StubReply } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';
import { OpenaiEmbeddingModel } from './openai-embedding-model.ts';
import { embeddingOptions } from './options.ts';

const modelAt = (url: string, options: object = {}, environment: Record<string, string> = {}, logger = warningsLogger()): OpenaiEmbeddingModel =>
  new OpenaiEmbeddingModel(embeddingOptions.parse({ model: 'tiny', baseUrl: `${url}/v1/`, retryDelaySeconds: 0, maxRetries: 1, ...options }), logger, environment);
const answer = (body: unknown, status = 200): StubReply => (response) => sendJson(response, status, body);
const vectors = (...all: readonly (readonly number[])[]): object => ({ model: 'tiny-1', data: all.map((embedding, index) => ({ index, embedding })), usage: { prompt_tokens: 7 } });
const subject = (reply: StubReply, options: object = {}) => async () => {
  const { url, close } = await stubService(reply);
  return { model: modelAt(url, options), close };
};

testEmbeddingModel('openai', subject(answer(vectors([1, 0], [0, 2], [1, 0]))), {
  failing: {
    LLM_REFUSED: subject(answer({ error: { message: 'no such model' } }, 404)),
    LLM_ANSWER: subject(answer(vectors([1], [2]))),
    LLM_TIMEOUT: subject(() => undefined, { timeoutSeconds: 0.05 }),
    LLM_UNREACHABLE: subject((response) => { response.destroy(); }),
  },
});

describe('openai embeddings', () => {
  const asked = async (reply: StubReply, options: object = {}, environment: Record<string, string> = {}) => {
    const service = await stubService(reply);
    const logger = warningsLogger();
    try {
      return { ...service, logger, result: await modelAt(service.url, options, environment, logger).embed(['a', 'long text']).catch((error: unknown) => error) };
    } finally {
      await service.close();
    }
  };

  it('sends texts cut at the limit with the key, and sorts what comes back', async () => {
    const { received, result } = await asked(answer({ data: [{ index: 1, embedding: [2] }, { index: 0, embedding: [1] }], usage: { total_tokens: 1_000_000 } }), { maxCharacters: 100, dimensions: 1, price: 0.02 }, { OPENAI_API_KEY: 'sk-secret-key' });
    expect(result).toEqual({ model: 'tiny', vectors: [[1], [2]], usage: { inputTokens: 1_000_000, cost: 0.02 } });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ path: '/v1/embeddings', headers: { authorization: 'Bearer sk-secret-key' }, body: { model: 'tiny', input: ['a', 'long text'], encoding_format: 'float', dimensions: 1 } });
  });

  it.each<[string, unknown]>([
    ['no JSON', 'hello'], ['no list', {}], ['too few', vectors([1])], ['two lengths', vectors([1], [1, 2])], ['zeros', vectors([0], [1])], ['texts', { data: [{ embedding: ['x'] }, { embedding: ['y'] }] }],
    ['an error', { error: { message: 'overheated', type: 'server_error' } }],
  ])('tries again and then refuses %s', async (_what, body) => {
    const { received, result, logger } = await asked(answer(body));
    expect(result).toMatchObject({ code: expect.stringMatching(/^LLM_(?:ANSWER|UNREACHABLE)$/u) });
    expect([received.length, logger.warnings.length]).toEqual([2, 1]);
  });

  it('never shows the key that a service echoes, and does not ask OpenAI without one', async () => {
    const { result } = await asked(answer({ error: { message: 'bad key sk-secret-key' } }, 401), {}, { OPENAI_API_KEY: 'sk-secret-key' });
    expect(result).toMatchObject({ code: 'LLM_REFUSED' });
    expect(String((result as Error).message)).not.toContain('sk-secret-key');
    expect(() => new OpenaiEmbeddingModel(embeddingOptions.parse({ model: 'm' }), warningsLogger(), {})).toThrow(expect.objectContaining({ code: 'LLM_REFUSED' }));
  });

  it('is there by its name', () => {
    expect(registryOf(plugin).create('EmbeddingModel', { name: 'openai', options: { model: 'm', baseUrl: 'http://127.0.0.1:9' } }).name).toBe('m');
  });
});
