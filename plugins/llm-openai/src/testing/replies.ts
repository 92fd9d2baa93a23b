import { sendEvents, sendJson, type StubReply } from '@evospice/testkit';
import { completion } from './models.ts';

/** How a service answers through one API, in one piece or in a stream. */
export interface Replies {
  readonly name: string;
  readonly options: { readonly api: 'chat' | 'responses'; readonly stream: boolean };
  whole(text: string): StubReply;
  /** Broken off before its end. */
  half(text: string, after?: 'end' | 'break' | 'silence'): StubReply;
  reasoningOnly: StubReply;
  refusal: StubReply;
  limited(text: string): StubReply;
  failing(message: string, code: string): StubReply;
  /** Beginning and piece of an answer that never ends. */
  readonly endless: { readonly type: string; readonly beginning: string; readonly piece: string };
}

const usage = { input_tokens: 11, output_tokens: 3, input_tokens_details: { cached_tokens: 0 } };
export const responseOf = (output: readonly object[], more: object = {}): object => ({ id: 'r1', object: 'response', model: 'tiny-1', status: 'completed', error: null, output, usage, ...more });
const said = (text: string): object => ({ type: 'message', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] });
const json = (body: object): StubReply => (response) => sendJson(response, 200, body);
/** Cut in the middle of its document. */
const cutJson = (body: object, after: 'end' | 'break' | 'silence' = 'end'): StubReply => (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(JSON.stringify(body).slice(0, -20), () => {
    if (after === 'end') response.end();
    if (after === 'break') response.destroy();
  });
};
const reasoning = { type: 'reasoning', id: 'rs1', summary: [] };
const incomplete = { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } };

const chatWhole: Replies = {
  name: 'chat completions in one piece', options: { api: 'chat', stream: false },
  whole: (text) => json(completion(text)),
  half: (text, after) => cutJson(completion(text), after),
  reasoningOnly: json(completion(null, { message: { content: '', reasoning_content: 'hm' } })),
  refusal: json(completion(null, { message: { content: null, refusal: 'I cannot help' } })),
  limited: (text) => json(completion(text, { finish_reason: 'length' })),
  failing: (message, code) => json({ error: { message, code } }),
  endless: { type: 'application/json', beginning: '{"choices":[{"message":{"content":"', piece: 'x'.repeat(2 ** 16) },
};

const chunk = (delta: object, more: object = {}): object => ({ id: 'c1', object: 'chat.completion.chunk', model: 'tiny-1', choices: [{ index: 0, delta, finish_reason: null, ...more }] });
const chatUsage = { id: 'c1', model: 'tiny-1', choices: [], usage: { prompt_tokens: 11, completion_tokens: 3 } };
const pieces = (text: string): readonly object[] => [chunk({ role: 'assistant', content: '' }), ...[...text].map((content) => chunk({ content }))];
const chatEnd = (finish_reason: string): readonly unknown[] => [chunk({}, { finish_reason }), chatUsage, '[DONE]'];

const chatStream: Replies = {
  name: 'chat completions in a stream', options: { api: 'chat', stream: true },
  whole: (text) => sendEvents([...pieces(text), ...chatEnd('stop')]),
  half: (text, after) => sendEvents(pieces(text), after),
  reasoningOnly: sendEvents([chunk({ reasoning_content: 'hm' }), ...chatEnd('stop')]),
  refusal: sendEvents([chunk({ refusal: 'I cannot ' }), chunk({ refusal: 'help' }), ...chatEnd('stop')]),
  limited: (text) => sendEvents([...pieces(text), ...chatEnd('length')]),
  failing: (message, code) => sendEvents([...pieces('ye'), { error: { message, code } }]),
  endless: { type: 'text/event-stream', beginning: '', piece: `data: ${JSON.stringify(chunk({ content: 'x'.repeat(1000) }))}\n\n`.repeat(60) },
};

const responsesWhole: Replies = {
  name: 'responses in one piece', options: { api: 'responses', stream: false },
  whole: (text) => json(responseOf([reasoning, said(text)])),
  half: (text, after) => cutJson(responseOf([said(text)]), after),
  reasoningOnly: json(responseOf([reasoning])),
  refusal: json(responseOf([{ type: 'message', content: [{ type: 'refusal', refusal: 'I cannot help' }] }])),
  limited: (text) => json(responseOf([said(text)], incomplete)),
  failing: (message, code) => json(responseOf([], { status: 'failed', error: { message, code } })),
  endless: { type: 'application/json', beginning: '{"output":[{"type":"message","content":[{"type":"output_text","text":"', piece: 'x'.repeat(2 ** 16) },
};

const delta = (text: string): object => ({ type: 'response.output_text.delta', item_id: 'm1', output_index: 0, content_index: 0, delta: text });
const created = { type: 'response.created', response: responseOf([], { status: 'in_progress' }) };
const closed = (state: string, output: readonly object[], more: object = {}): object => ({ type: `response.${state}`, response: responseOf(output, { status: state, ...more }) });

const responsesStream: Replies = {
  name: 'responses in a stream', options: { api: 'responses', stream: true },
  whole: (text) => sendEvents([created, ...[...text].map(delta), closed('completed', [reasoning, said(text)])]),
  half: (text, after) => sendEvents([created, ...[...text].map(delta)], after),
  reasoningOnly: sendEvents([created, { type: 'response.reasoning_summary_text.delta', delta: 'hm' }, closed('completed', [reasoning])]),
  refusal: sendEvents([created, closed('completed', [{ type: 'message', content: [{ type: 'refusal', refusal: 'I cannot help' }] }])]),
  limited: (text) => sendEvents([created, ...[...text].map(delta), closed('incomplete', [said(text)], incomplete)]),
  failing: (message, code) => sendEvents([created, delta('ye'), closed('failed', [], { error: { message, code } })]),
  endless: { type: 'text/event-stream', beginning: '', piece: `data: ${JSON.stringify(delta('x'.repeat(1000)))}\n\n`.repeat(60) },
};

export const replies: readonly Replies[] = [chatWhole, chatStream, responsesWhole, responsesStream];
export { created, delta, closed };
