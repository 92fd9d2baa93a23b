import { EvospiceError, type Completion, type LanguageModel } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';

/** A model ready to answer, and how to end what is behind it. */
export interface LanguageModelSubject {
  readonly model: LanguageModel;
  close?(): Promise<void>;
}

export interface LanguageModelSuite {
  /** A model whose every request fails, by the code it must fail with. Leave out what cannot happen to this model. */
  readonly failing?: Readonly<Partial<Record<'LLM_UNREACHABLE' | 'LLM_REFUSED' | 'LLM_TIMEOUT' | 'LLM_ANSWER', () => Promise<LanguageModelSubject>>>>;
}

const question = { messages: [{ role: 'system', content: 'You answer in one word.' }, { role: 'user', content: 'Say yes.' }] } as const;

/**
 * What every `LanguageModel` must do. The model of `makeModel` must answer at least two requests.
 * @param makeModel called afresh for each test
 */
export function testLanguageModel(name: string, makeModel: () => Promise<LanguageModelSubject>, suite: LanguageModelSuite = {}): void {
  async function withModel(make: () => Promise<LanguageModelSubject>, use: (model: LanguageModel) => Promise<void>): Promise<void> {
    const subject = await make();
    try {
      await use(subject.model);
    } finally {
      await subject.close?.();
    }
  }

  describe(`language model ${name}`, () => {
    test('has a name', () => withModel(makeModel, async (model) => expect(model.name).toMatch(/\S/)));

    test('answers a conversation with text and says which model it was', () => withModel(makeModel, async (model) => expectCompletion(await model.complete(question))));

    test('answers requests that overlap', () =>
      withModel(makeModel, async (model) => {
        for (const completion of await Promise.all([model.complete(question), model.complete({ ...question, temperature: 0, maxTokens: 16, seed: 7 })])) expectCompletion(completion);
      }));

    test('refuses a request whose signal has fired, with a typed error', () =>
      withModel(makeModel, async (model) => {
        const error = await model.complete(question, { signal: AbortSignal.abort() }).then(() => undefined, (thrown: unknown) => thrown);
        expect(EvospiceError.is(error), `threw ${String(error)}`).toBe(true);
        expect((error as EvospiceError).code).toBe('LLM_CANCELLED');
      }));

    for (const [code, make] of Object.entries(suite.failing ?? {})) {
      test(`fails with ${code} and says what to do`, () =>
        withModel(make, async (model) => {
          const error = await model.complete(question).then(() => undefined, (thrown: unknown) => thrown);
          expect(EvospiceError.is(error, code), `threw ${String(error)}`).toBe(true);
          expect((error as EvospiceError).remedy).toMatch(/\S/);
        }));
    }
  });
}

function expectCompletion({ text, model, usage }: Completion): void {
  expect(text).toMatch(/\S/);
  expect(model).toMatch(/\S/);
  if (usage === undefined) return;
  for (const tokens of [usage.inputTokens, usage.outputTokens]) {
    expect(Number.isSafeInteger(tokens)).toBe(true);
    expect(tokens).toBeGreaterThanOrEqual(0);
  }
  expect(usage.cachedTokens ?? 0).toBeLessThanOrEqual(usage.inputTokens);
  expect(usage.cost ?? 0).toBeGreaterThanOrEqual(0);
}
