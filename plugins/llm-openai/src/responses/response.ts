import { defined, type Completion } from '@evospice/contracts';
import { isObject, shortened, usageFrom, type Service } from '@evospice/llm-kit';
import { z } from 'zod';
import { refuseError, unusable } from '../unusable.ts';

const itemSchema = z.object({
  type: z.string(),
  name: z.string().nullish(),
  content: z.array(z.object({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() })).nullish().catch(undefined),
});

/** The part of a response that is used. */
const responseSchema = z.object({
  model: z.string().nullish(),
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  output: z.array(itemSchema),
  usage: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

type Items = readonly z.output<typeof itemSchema>[];

/**
 * Reads a response. Reasoning, calls of tools and whatever else is not a message are never taken for the answer.
 * @throws TryFailed `LLM_ANSWER` when it is malformed, empty, not finished or a refusal; what the service says where it is an error
 */
export function readResponse(document: unknown, service: Service): Completion {
  const where = `the answer of ${service.model} at ${service.baseUrl}`;
  if (!isObject(document) || document['output'] === undefined || document['error'] !== undefined) refuseError(document, service);
  const parsed = responseSchema.safeParse(document);
  if (!parsed.success) throw unusable(`${where} is not a response: ${shortened(z.prettifyError(parsed.error), 200)}`, shortened(document, 200));
  const { output, model, usage, status, incomplete_details: incomplete } = parsed.data;
  const parts = output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const text = parts.map((part) => (part.type === 'output_text' ? (part.text ?? '') : '')).join('');
  const state = status ?? 'completed';
  if (state !== 'completed' && state !== 'incomplete') throw unusable(`${where} is not finished: its status is ${state}`, state);
  const refusal = parts.find((part) => part.type === 'refusal')?.refusal;
  if (text.trim() === '') {
    const { why, remedy } = withoutText(output, refusal);
    throw unusable(`${where} ${why} (status ${state}${incomplete?.reason === undefined ? '' : `, ${incomplete.reason}`})`, shortened(document, 200), remedy);
  }
  const details = usage?.['input_tokens_details'];
  const told = usageFrom({ input: usage?.['input_tokens'], output: usage?.['output_tokens'], cached: isObject(details) ? details['cached_tokens'] : undefined, cost: usage?.['cost'] });
  const cut = state === 'completed' ? undefined : incomplete?.reason === 'content_filter' ? 'filter' as const : 'length' as const;
  return { text, model: model ?? service.model, ...defined({ usage: told, cut }) };
}

function withoutText(output: Items, refusal: string | null | undefined): { readonly why: string; readonly remedy?: string } {
  if (refusal !== undefined && refusal !== null) return { why: `is a refusal: ${shortened(refusal)}`, remedy: 'use another model' };
  const calls = output.filter(({ type }) => type.endsWith('_call'));
  if (calls.length > 0) return { why: `calls a tool (${calls.map(({ name, type }) => name ?? type).join(', ')}) and has no text`, remedy: 'use a model, or settings of the service, without tools' };
  const isThought = output.every(({ type }) => type === 'reasoning') && output.length > 0;
  if (isThought) return { why: 'holds reasoning and no answer', remedy: 'raise maxTokens, which the reasoning may have used up, or ask for less reasoning' };
  return { why: 'is empty' };
}
