import { EvospiceError } from '@evospice/contracts';
import type { Service } from '../failures/sorting.ts';
import { errorInBody, shortened } from '../failures/service-error.ts';
import { isEventStream } from './is-event-stream.ts';

/** Bytes of the body of a failed request that are read: its message is in there. */
const longestErrorBody = 2 ** 16;

export interface WireLimit extends Pick<Service, 'baseUrl' | 'model'> {
  /** Longest body of an answer, in bytes after decompression; of a stream of events, the longest of them. */
  readonly maxAnswerBytes: number;
}

/** How much longer a stream may be than its answer: an event of some hundred bytes brings one token, and the whole text may come again at its end. */
const streamFactor = 64;

/**
 * A `fetch` for clients of services. The body of an answer is read up to a limit, and the connection is closed there: reading it then
 * raises `LLM_ANSWER`. A redirection is not followed: prompts go to the service that is configured and to no other. The body of a failed request is given in the one shape that clients of OpenAI and Anthropic read, whatever its own.
 */
export function boundedFetch(limit: WireLimit, fetcher: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetcher(input, { ...init, redirect: 'manual' });
    const { status, statusText, headers, body } = response;
    if (status >= 300 && status < 400) throw await redirected(response, limit);
    if (body === null) return response;
    if (status >= 400) return new Response(failureBody(await beginningOf(body), statusText), { status, statusText, headers });
    const maxAnswerBytes = limit.maxAnswerBytes * (isEventStream(headers) ? streamFactor : 1);
    return new Response(body.pipeThrough(counting({ ...limit, maxAnswerBytes })), { status, statusText, headers });
  };
}

async function redirected({ status, headers, body }: Response, { baseUrl, model }: WireLimit): Promise<EvospiceError> {
  await body?.cancel();
  const target = shortened(headers.get('location') ?? 'an address that is not given', 200);
  return new EvospiceError('LLM_REFUSED', `${baseUrl} answered ${status}: the service for ${model} is elsewhere, at ${target}`, {
    received: status, expected: 'an answer and no redirection', remedy: 'set baseUrl to the address of the service, if it is yours',
  });
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
  const { message, code } = errorInBody(parsed(text)) ?? { message: shortened(readable(text)) };
  return JSON.stringify({ error: { message: message === '' ? (statusText === '' ? 'no reason is given' : statusText) : message, code } });
}

/** Proxies answer with pages; an empty object says nothing. */
function readable(text: string): string {
  if (/^\s*\{\s*\}\s*$/u.test(text)) return '';
  return /^\s*</u.test(text) ? text.replaceAll(/<(?<tag>style|script)\b[^]*?<\/\k<tag>>|<[^<>]*>/giu, ' ') : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not every service or proxy writes JSON; then the text itself is shown.
    return undefined;
  }
}
