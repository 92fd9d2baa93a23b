import { EvospiceError } from '@evospice/contracts';
import { TryFailed } from '../failures/sorting.ts';
import type { WireLimit } from './bounded-fetch.ts';

export interface ReadingLimit extends WireLimit {
  /** Longest silence between two pieces, in seconds. */
  readonly idleSeconds?: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * The text of a body, piece by piece. The connection is closed however the reading ends.
 * @throws TryFailed `LLM_TIMEOUT` after a silence that is too long; the signal's reason when it fires; what the connection fails with
 */
export async function* chunksOf(body: ReadableStream<Uint8Array>, { model, baseUrl, idleSeconds, signal }: ReadingLimit): AsyncGenerator<string> {
  signal.throwIfAborted();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting for the next piece when it is rejected.
  ended.catch(() => undefined);
  const cancel = (): void => reject(signal.reason);
  const silence = idleSeconds === undefined ? undefined : setTimeout(() => reject(silent({ model, baseUrl }, idleSeconds)), idleSeconds * 1000);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), ended]);
      if (done) break;
      silence?.refresh();
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', cancel);
    // A connection that is broken already says so once more.
    reader.cancel().catch(() => undefined);
  }
}

function silent({ model, baseUrl }: Pick<WireLimit, 'model' | 'baseUrl'>, seconds: number): TryFailed {
  return new TryFailed({
    retry: true,
    error: new EvospiceError('LLM_TIMEOUT', `${model} at ${baseUrl} fell silent in the middle of its answer for ${seconds} s`, {
      received: seconds, expected: 'the next piece of the answer', remedy: 'raise idleSeconds, or see whether the service is overloaded',
    }),
  });
}
