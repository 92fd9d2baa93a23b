import { EvospiceError, type Completion, type LanguageModel, type Logger } from '@evospice/contracts';
import { sendJson, stubService, warningsLogger, type StubReply, type StubService } from '@evospice/testkit';
import { afterEach, expect } from 'vitest';
import { openaiLanguageModel } from '../openai-language-model.ts';
import { openaiOptions } from '../options.ts';

const services: StubService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

/** A stub that is closed after the test, and its base URL. */
export async function serviceWith(reply: StubReply): Promise<StubService & { readonly baseUrl: string }> {
  const service = await stubService(reply);
  services.push(service);
  return { ...service, baseUrl: `${service.url}/v1` };
}

export function modelAt(baseUrl: string, options: object = {}, logger: Logger = warningsLogger(), environment: Record<string, string> = {}): LanguageModel {
  return openaiLanguageModel(openaiOptions.parse({ model: 'tiny', baseUrl, retryDelaySeconds: 0, ...options }), { logger, environment });
}

export const ask = { messages: [{ role: 'user', content: 'Say yes.' }] } as const;

export const completion = (content: string | null, more: object = {}): object => ({
  id: 'c1',
  object: 'chat.completion',
  created: 0,
  model: 'tiny-1',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content }, ...more }],
  usage: { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 },
});
export const yes: StubReply = (response) => sendJson(response, 200, completion('yes'));
export const failure = (status: number, body: object = { message: 'no' }, headers: Record<string, string> = {}): StubReply => (response) => sendJson(response, status, { error: body }, headers);

export const answered = async (reply: StubReply, options: object = {}): Promise<Completion> => modelAt((await serviceWith(reply)).baseUrl, { maxRetries: 0, ...options }).complete(ask);

export async function errorOf(promise: Promise<unknown>): Promise<EvospiceError> {
  const error = await promise.then((value) => expect.unreachable(`gave ${JSON.stringify(value)}`), (thrown: unknown) => thrown);
  if (!EvospiceError.is(error)) throw error;
  return error;
}
