import { defined, type Completion } from '@evospice/contracts';
import { z } from 'zod';
import { malformed } from './failures.ts';

/** The part of a chat completion that is used; services differ in the rest. */
const answerSchema = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.object({
    prompt_tokens: z.number(),
    completion_tokens: z.number(),
    prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
  }).nullish(),
});

export interface Answer {
  readonly completion: Completion;
  /** True when the service cut the text at its length limit. */
  readonly cut: boolean;
}

/**
 * Reads a chat completion.
 * @param answer the parsed body, of any shape
 * @param source model asked for and base URL, for messages
 * @throws EvospiceError `LLM_ANSWER` when it is malformed, empty or a refusal in words.
 */
export function readAnswer(answer: unknown, source: { readonly model: string; readonly baseUrl: string }): Answer {
  const where = `the answer of ${source.model} at ${source.baseUrl}`;
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw malformed(`${where} is malformed: ${z.prettifyError(parsed.error)}`, shortened(answer));
  const { choices, model, usage } = parsed.data;
  const choice = choices[0];
  const text = choice?.message.content ?? '';
  if (text.trim() === '') {
    const refusal = choice?.message.refusal;
    throw malformed(`${where} is empty${refusal === undefined || refusal === null ? '' : `: ${refusal}`} (finish_reason ${choice?.finish_reason ?? 'not given'})`, shortened(answer));
  }
  return {
    cut: choice?.finish_reason === 'length',
    completion: {
      text,
      model: model ?? source.model,
      ...(usage === undefined || usage === null ? {} : {
        usage: { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens, ...defined({ cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? undefined }) },
      }),
    },
  };
}

function shortened(answer: unknown): string {
  const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? String(answer));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
