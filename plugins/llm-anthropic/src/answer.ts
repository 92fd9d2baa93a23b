import { defined, EvospiceError, type Completion } from '@evospice/contracts';
import { errorInBody, failedBody, malformedAnswer, shortened, TryFailed, usageFrom, type Service } from '@evospice/llm-kit';
import { z } from 'zod';

/** The part of a message that is used. */
const messageSchema = z.object({
  model: z.string().nullish(),
  stop_reason: z.string().nullish(),
  content: z.array(z.object({ type: z.string(), text: z.string().nullish() })),
  usage: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

/**
 * Reads a message. Blocks of thinking, tool calls and whatever else is not text are never taken for the answer.
 * @throws TryFailed `LLM_ANSWER` when it is malformed, empty or a refusal; what the service says where it is an error
 */
export function readAnswer(body: unknown, service: Service): Completion {
  const where = `the answer of ${service.model} at ${service.baseUrl}`;
  const parsed = messageSchema.safeParse(body);
  const error = parsed.success ? undefined : errorInBody(body);
  if (error !== undefined) throw new TryFailed(failedBody(error, service));
  if (!parsed.success) throw unusable(`${where} is not a message: ${shortened(z.prettifyError(parsed.error), 200)}`, shortened(body, 200));
  const { content, model, stop_reason: reason, usage } = parsed.data;
  const text = content.map((block) => (block.type === 'text' ? (block.text ?? '') : '')).join('');
  if (text.trim() === '') throw unusable(`${where} ${withoutText(content.map(({ type }) => type), reason)} (stop_reason ${reason ?? 'not given'})`, shortened(body, 200));
  return { text, model: model ?? service.model, ...defined({ usage: usageOf(usage ?? undefined), cut: reason === 'max_tokens' ? 'length' as const : reason === 'refusal' ? 'filter' as const : undefined }) };
}

/** Tokens from the cache and those put into it are counted apart by the service; all of them were read. */
function usageOf(usage: Readonly<Record<string, unknown>> | undefined): Completion['usage'] {
  const told = usageFrom({ input: usage?.['input_tokens'], output: usage?.['output_tokens'], cached: usage?.['cache_read_input_tokens'] });
  if (told === undefined) return undefined;
  const written = usageFrom({ input: usage?.['cache_creation_input_tokens'], output: 0 })?.inputTokens ?? 0;
  return { ...told, inputTokens: told.inputTokens + (told.cachedTokens ?? 0) + written };
}

function withoutText(types: readonly string[], reason: string | null | undefined): string {
  if (reason === 'refusal') return 'is a refusal';
  if (types.includes('tool_use')) return 'calls a tool and has no text';
  if (types.some((type) => type.includes('thinking'))) return 'holds thinking and no answer';
  return 'is empty';
}

/** An answer that came but cannot be used. */
function unusable(message: string, received: unknown): TryFailed {
  const error: EvospiceError = malformedAnswer(message, received, 'a message with a block of text', 'raise maxTokens, check that baseUrl is a Messages API, or use another model');
  return new TryFailed({ retry: true, error });
}
