import { malformedAnswer } from '../failures/sorting.ts';
import { shortened } from '../failures/service-error.ts';
import { chunksOf, type ReadingLimit } from './chunks.ts';
import { isEventStream } from './is-event-stream.ts';
import { eventsOf } from './stream-events.ts';

/** An answer as it came: one JSON document, or events of which it has to be put together. */
export type AnswerBody = { readonly document: unknown } | { readonly events: AsyncIterable<unknown> };

/**
 * Reads the body of an answer. What is a stream of events is taken for one, whether it was asked for or not and whatever its header says.
 * @throws EvospiceError `LLM_ANSWER` for a body that is empty or neither; as `chunksOf`
 */
export async function answerBody({ headers, body }: Response, limit: ReadingLimit): Promise<AnswerBody> {
  const where = `the answer of ${limit.model} at ${limit.baseUrl}`;
  if (body === null) throw empty(where);
  if (isEventStream(headers)) return { events: eventsOf(chunksOf(body, limit), limit) };
  const pieces: string[] = [];
  for await (const piece of chunksOf(body, { ...limit, idleSeconds: undefined })) pieces.push(piece);
  const text = pieces.join('').trim();
  if (text === '') throw empty(where);
  if (/^(?:data|event|id|retry)?:/u.test(text)) return { events: eventsOf(once(`${text}\n\n`), limit) };
  try {
    return { document: JSON.parse(text.replace(/^\uFEFF/u, '')) };
  } catch {
    throw malformedAnswer(`${where} is not JSON: it begins with ${JSON.stringify(shortened(text, 60))}`, shortened(text, 200), 'a JSON document',
      'check that baseUrl is a service of this kind (that of an OpenAI-compatible one usually ends in /v1)');
  }
}

function empty(where: string): Error {
  return malformedAnswer(`${where} is empty: it has no body`, null, 'a JSON document or a stream of events', 'see the log of the service, or check baseUrl');
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
