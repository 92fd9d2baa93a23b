import { createParser } from 'eventsource-parser';
import { malformedAnswer } from '../failures/sorting.ts';
import { shortened } from '../failures/service-error.ts';
import type { WireLimit } from './bounded-fetch.ts';

/** Mark that ends a stream of OpenAI's protocol; it says nothing of the answer. */
const endMark = '[DONE]';

/**
 * The JSON documents in a stream of server-sent events.
 * @throws EvospiceError `LLM_ANSWER` for an event that is not JSON or longer than the limit
 */
export async function* eventsOf(chunks: AsyncIterable<string>, { model, baseUrl, maxAnswerBytes }: WireLimit): AsyncGenerator<unknown> {
  const where = `the answer of ${model} at ${baseUrl}`;
  const waiting: string[] = [];
  let excess: Error | undefined;
  const parser = createParser({
    maxBufferSize: maxAnswerBytes,
    onEvent: ({ data }) => { waiting.push(data); },
    onError: (error) => { if (error.type === 'max-buffer-size-exceeded') excess = error; },
  });
  for await (const chunk of chunks) {
    parser.feed(chunk);
    if (excess !== undefined) {
      throw malformedAnswer(`${where} has an event that is longer than ${maxAnswerBytes} bytes, the most that is read`, excess.message,
        `events of at most ${maxAnswerBytes} bytes (maxAnswerBytes)`, 'raise maxAnswerBytes where answers may be that long');
    }
    for (const data of waiting.splice(0)) {
      if (data.trim() === endMark) continue;
      yield documentIn(data, where);
    }
  }
}

function documentIn(data: string, where: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw malformedAnswer(`${where} has an event that is not JSON: it begins with ${JSON.stringify(shortened(data, 60))}`, shortened(data, 200), 'events with JSON in them',
      'check that baseUrl is a service of this kind, or set stream to false');
  }
}
