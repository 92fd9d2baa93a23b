import { EvospiceError, type EmbeddingModel } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';

/** A model ready to be asked, and how to end what is behind it. */
export interface EmbeddingModelSubject {
  readonly model: EmbeddingModel;
  close?(): Promise<void>;
}

export interface EmbeddingModelSuite {
  /** A model whose every request fails, by the code it must fail with. Leave out what cannot happen to this model. */
  readonly failing?: Readonly<Partial<Record<'LLM_UNREACHABLE' | 'LLM_REFUSED' | 'LLM_TIMEOUT' | 'LLM_ANSWER', () => Promise<EmbeddingModelSubject>>>>;
}

/**
 * What every `EmbeddingModel` must do.
 * @param makeModel called afresh for each test
 */
export function testEmbeddingModel(name: string, makeModel: () => Promise<EmbeddingModelSubject>, suite: EmbeddingModelSuite = {}): void {
  async function withModel(make: () => Promise<EmbeddingModelSubject>, use: (model: EmbeddingModel) => Promise<void>): Promise<void> {
    const subject = await make();
    try {
      await use(subject.model);
    } finally {
      await subject.close?.();
    }
  }

  describe(`embedding model ${name}`, () => {
    test('has a name', () => withModel(makeModel, async (model) => expect(model.name).toMatch(/\S/)));

    test('gives a vector for each text in their order, of one length, with a direction', () => withModel(makeModel, async (model) => {
      const texts = ['const a = 1;', 'while (true) step();', 'const a = 1;'];
      const { model: said, vectors, usage } = await model.embed(texts);
      expect(said).toMatch(/\S/);
      expect(vectors).toHaveLength(texts.length);
      expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1);
      for (const vector of vectors) {
        expect(vector.every((value) => Number.isFinite(value))).toBe(true);
        expect(vector.some((value) => value !== 0)).toBe(true);
      }
      expect(Number.isSafeInteger(usage?.inputTokens ?? 0) && (usage?.cost ?? 0) >= 0).toBe(true);
    }));

    test('refuses a request whose signal has fired, with a typed error', () => withModel(makeModel, async (model) => {
      await expect(model.embed(['x'], { signal: AbortSignal.abort() })).rejects.toSatisfy((error) => EvospiceError.is(error, 'LLM_CANCELLED'));
    }));

    for (const [code, make] of Object.entries(suite.failing ?? {})) {
      test(`fails with ${code} and says what to do`, () => withModel(make, async (model) => {
        const error = await model.embed(['x']).then(() => undefined, (thrown: unknown) => thrown);
        expect(EvospiceError.is(error, code), `threw ${String(error)}`).toBe(true);
        expect((error as EvospiceError).remedy).toMatch(/\S/);
      }));
    }
  });
}
