import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '@evospice/contracts';
import { testEmbeddingModel, testLanguageModel } from '@evospice/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { readScript } from './read-script.ts';
import { ScriptedEmbeddingModel } from './scripted-embedding-model.ts';
import { ScriptedLanguageModel } from './scripted-language-model.ts';

const answered = (question: string, text: string): Exchange => ({
  model: 'm', messages: [{ role: 'user', content: question }], answer: { text, model: 'gpt', usage: { inputTokens: 3, outputTokens: 1 } },
});
const ask = (question: string) => ({ messages: [{ role: 'user', content: question }] as const });

testLanguageModel('scripted', async () => ({ model: new ScriptedLanguageModel([answered('', 'yes'), answered('', 'yes')], { by: 'order', seconds: 0 }) }), {
  failing: { LLM_ANSWER: async () => ({ model: new ScriptedLanguageModel([], { by: 'question', seconds: 0 }) }) },
});

describe('scripted model', () => {
  it('answers each question as it was answered, as often as it was', async () => {
    const model = new ScriptedLanguageModel([answered('a', '1'), answered('b', '2'), answered('a', '3')], { by: 'question', seconds: 0 });
    const texts = await Promise.all(['b', 'a', 'a'].map(async (question) => (await model.complete(ask(question))).text));
    expect(texts).toEqual(['2', '1', '3']);
    await expect(model.complete(ask('a'))).rejects.toMatchObject({ code: 'LLM_ANSWER' });
  });

  it('fails as it failed', async () => {
    const model = new ScriptedLanguageModel([{ model: 'm', messages: [{ role: 'user', content: 'a' }], failure: { code: 'LLM_TIMEOUT', reason: 'too late' } }], { by: 'question', seconds: 0 });
    await expect(model.complete(ask('a'))).rejects.toMatchObject({ code: 'LLM_TIMEOUT', message: 'too late' });
  });

  it('lets go at once when it is cancelled while it takes its time', async () => {
    const model = new ScriptedLanguageModel([answered('a', '1')], { by: 'order', seconds: 3000 });
    const controller = new AbortController();
    const answer = model.complete(ask('a'), { signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'LLM_CANCELLED' });
  });
});

const recorded = (text: string, ...values: readonly number[]) => ({
  text: createHash('sha256').update(text).digest('hex'), model: 'm', vector: Buffer.from(Float32Array.from(values).buffer).toString('base64'),
});
testEmbeddingModel('scripted', async () => ({ model: new ScriptedEmbeddingModel([recorded('const a = 1;', 1, 0.5), recorded('while (true) step();', 0, 2)]) }), {
  failing: { LLM_ANSWER: async () => ({ model: new ScriptedEmbeddingModel([]) }) },
});
it('a scripted embedding model gives back what was recorded of each text', async () => {
  const model = new ScriptedEmbeddingModel([recorded('a', 1, 0.5), recorded('b', 0, 2)]);
  expect(await model.embed(['b', 'a'])).toEqual({ model: 'm', vectors: [[0, 2], [1, 0.5]] });
});

describe('a script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-script-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([['missing', undefined], ['no JSON', '{'], ['no exchanges', '{}'], ['no text', '{"exchanges":[{"model":"m","answer":{"model":"m"}}]}']])('that has %s is refused with its file', (name, text) => {
    const file = join(folder, `${name}.json`);
    if (text !== undefined) writeFileSync(file, text);
    expect(() => readScript(file)).toThrow(expect.objectContaining({ code: 'LLM_SCRIPT', file }));
  });
});
