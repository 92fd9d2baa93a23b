import { EvospiceError } from '@evospice/contracts';
import type { Service } from './failures.ts';
import { errorInBody, shortened } from './service-error.ts';

/** Bytes of the body of a failed request that are read: its message is in there. */
const longestErrorBody = 2 ** 16;

export interface WireLimit extends Pick<Service, 'baseUrl' | 'model'> {
  /** Longest body of an answer, in bytes after decompression. */
  readonly maxAnswerBytes: number;
}

/**
 * A `fetch` for clients of services. The body of an answer is read up to a limit, and the connection is closed there: reading it then
 * raises `LLM_ANSWER`. The body of a failed request is given in the one shape that clients of OpenAI and Anthropic read, whatever its own.
 */
export function boundedFetch(limit: WireLimit, fetcher: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetcher(input, init);
    const { status, statusText, headers, body } = response;
    if (body === null) return response;
    if (status >= 400) return new Response(failureBody(await beginningOf(body), statusText), { status, statusText, headers });
    return new Response(body.pipeThrough(counting(limit)), { status, statusText, headers });
  };
}

function counting({ baseUrl, model, maxAnswerBytes }: WireLimit): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= maxAnswerBytes) controller.enqueue(chunk);
      else {
        controller.error(new EvospiceError('LLM_ANSWER', `the answer of ${model} at ${baseUrl} is longer than ${maxAnswerBytes} bytes, the most that is read`, {
          received: `more than ${maxAnswerBytes} bytes`,
          expected: `an answer of at most ${maxAnswerBytes} bytes (maxAnswerBytes)`,
          remedy: 'lower maxTokens, or raise maxAnswerBytes where answers may be that long',
        }));
      }
    },
  });
}

async function beginningOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    text += decoder.decode(chunk.subarray(0, longestErrorBody - bytes), { stream: true });
    bytes += chunk.byteLength;
    if (bytes >= longestErrorBody) break;
  }
  return text + decoder.decode();
}

function failureBody(text: string, statusText: string): string {
  const { message, code } = errorInBody(parsed(text)) ?? { message: shortened(text) };
  return JSON.stringify({ error: { message: message === '' ? (statusText === '' ? 'no reason is given' : statusText) : message, code } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not every service or proxy writes JSON; then the text itself is shown.
    return undefined;
  }
}
