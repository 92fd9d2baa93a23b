import { createHash } from 'node:crypto';
import { EvospiceError, type EmbeddingModel, type Embeddings } from '@evospice/contracts';

/** A vector that a model made of a text: little-endian float32 in base64, and the SHA-256 of the text in hexadecimal digits. */
export interface RecordedVector {
  readonly text: string;
  readonly model: string;
  readonly vector: string;
}

/** Gives the vectors that a model made of the same texts before. */
export class ScriptedEmbeddingModel implements EmbeddingModel {
  readonly name = 'scripted';
  readonly #known: ReadonlyMap<string, RecordedVector>;

  constructor(recorded: readonly RecordedVector[]) {
    this.#known = new Map(recorded.map((one) => [one.text, one]));
  }

  async embed(texts: readonly string[], { signal }: { readonly signal?: AbortSignal } = {}): Promise<Embeddings> {
    if (signal?.aborted === true) throw new EvospiceError('LLM_CANCELLED', 'the request was cancelled', { cause: signal.reason });
    const found = texts.map((text) => this.#known.get(createHash('sha256').update(text).digest('hex')));
    const missing = found.indexOf(undefined);
    if (missing >= 0) {
      throw new EvospiceError('LLM_ANSWER', 'the script has no vector for this text', {
        received: texts[missing]?.slice(0, 200), expected: 'a text that was embedded when the script was recorded', remedy: 'use the configuration and seed that the script was recorded with, and one worker',
      });
    }
    const known = found as readonly RecordedVector[];
    return { model: known[0]?.model ?? this.name, vectors: known.map(({ vector }) => numbersOf(vector)) };
  }
}

function numbersOf(vector: string): readonly number[] {
  const bytes = Buffer.from(vector, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
