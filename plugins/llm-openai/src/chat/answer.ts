import { defined, type Completion } from '@evospice/contracts';
import { shortened, usageFrom, type Service } from '@evospice/llm-kit';
import { z } from 'zod';
import { refuseError, unusable } from '../unusable.ts';

const partSchema = z.object({ type: z.string().optional(), text: z.string().optional(), thought: z.boolean().nullish() });

/** The part of a chat completion that is used; services differ in the rest. */
const answerSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        index: z.number().optional().catch(undefined),
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(z.union([z.string(), partSchema]))]).nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(z.object({ function: z.object({ name: z.string() }).optional() })).nullish(),
          reasoning: z.unknown().optional(),
          reasoning_content: z.unknown().optional(),
          reasoning_details: z.unknown().optional(),
        }),
      }),
    )
    .min(1),
  // Services leave out counts or write null; an answer is not refused for that.
  usage: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

type Choice = z.output<typeof answerSchema>['choices'][number];

/**
 * Reads a chat completion. What the model thought before it answered, in fields or parts of its own, is never taken for the answer.
 * @param answer as parsed, of any shape
 * @param service model asked for and base URL, for messages
 * @throws TryFailed `LLM_ANSWER` when it is malformed, empty or a refusal in words; what the service says where the body is an error
 */
export function readAnswer(answer: unknown, service: Service): Completion {
  const where = `the answer of ${service.model} at ${service.baseUrl}`;
  refuseError(answer, service);
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw unusable(`${where} is not a chat completion: ${firstIssue(parsed.error)}`, shortened(answer, 200));
  const { choices, model, usage } = parsed.data;
  const choice = choices.find(({ index }) => index === 0) ?? choices[0];
  const text = textOf(choice!);
  const reason = choice!.finish_reason ?? undefined;
  if (text.trim() === '') {
    const { why, remedy } = withoutText(choice!);
    throw unusable(`${where} ${why} (finish_reason ${reason ?? 'not given'})`, shortened(answer, 200), remedy);
  }
  if (reason !== undefined && /error|abort|cancel/iu.test(reason)) throw unusable(`${where} broke off: the service says finish_reason ${reason}`, shortened(text, 200));
  const details = usage?.['prompt_tokens_details'] as { readonly cached_tokens?: unknown } | null | undefined;
  const told = usageFrom({
    input: usage?.['prompt_tokens'] ?? usage?.['input_tokens'], output: usage?.['completion_tokens'] ?? usage?.['output_tokens'], cached: details?.cached_tokens, cost: usage?.['cost'],
  });
  const cut = cutOf(reason);
  return {
    text, model: model ?? service.model, ...defined({ usage: told, cut }),
  };
}

/** Services behind OpenAI's protocol let their own words through (`MAX_TOKENS`, `SAFETY`). */
function cutOf(reason = 'stop'): Completion['cut'] {
  if (/^(?:length|model_length|max_?(?:output_?)?tokens)$/iu.test(reason)) return 'length';
  return /filter|safety|recitation|blocklist|prohibited|refusal/iu.test(reason) ? 'filter' : undefined;
}

/** Texts of a message; what is marked as a thought, or as something else, is left out. */
function textOf({ message: { content } }: Choice): string {
  if (!Array.isArray(content)) return content ?? '';
  return content.map((part) => (typeof part === 'string' ? part : isText(part) ? (part.text ?? '') : '')).join('');
}

function isText({ type = 'text', thought }: z.output<typeof partSchema>): boolean {
  return thought !== true && (type === 'text' || type === 'output_text');
}

function withoutText({ finish_reason: reason, message }: Choice): { readonly why: string; readonly remedy?: string } {
  const { refusal, tool_calls: calls, content } = message;
  if (typeof refusal === 'string' && refusal !== '') return { why: `is a refusal: ${shortened(refusal)}`, remedy: 'use another model' };
  if (calls !== undefined && calls !== null && calls.length > 0) {
    return { why: `calls a tool (${calls.map((call) => call.function?.name ?? '?').join(', ')}) and has no text`, remedy: 'use a model, or settings of the service, without tools' };
  }
  const thoughts = [message.reasoning, message.reasoning_content, message.reasoning_details];
  const thought = thoughts.some((field) => field !== undefined && field !== null && field !== '') || (Array.isArray(content) && content.length > 0);
  if (!thought) return { why: 'is empty' };
  return {
    why: 'holds reasoning and no answer',
    remedy: reason === 'length' ? 'raise maxTokens, which the reasoning used up, or ask for less reasoning' : 'use a model that answers after it has reasoned, or turn reasoning off',
  };
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  if (issue?.path.join() === 'choices') return 'it has no list "choices" with an answer in it';
  const path = (issue?.path ?? []).map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`)).join('');
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'it has another shape'}`;
}
