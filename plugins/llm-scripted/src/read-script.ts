import { readFileSync } from 'node:fs';
import { EvospiceError, type Exchange } from '@evospice/contracts';
import { z } from 'zod';
import type { RecordedVector } from './scripted-embedding-model.ts';

const usage = z.object({
  inputTokens: z.number(), outputTokens: z.number(), incomplete: z.literal(true).optional(), cachedTokens: z.number().optional(), cost: z.number().optional(),
});

const scriptSchema = z.object({
  exchanges: z.array(z.object({
    model: z.string(),
    messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).default([]),
    answer: z.looseObject({ text: z.string(), model: z.string(), usage: usage.optional() }).optional(),
    failure: z.object({ code: z.string(), reason: z.string() }).optional(),
  })),
  embeddings: z.array(z.object({ text: z.string(), model: z.string(), vector: z.base64() })).default([]),
});

export interface Script {
  readonly exchanges: readonly Exchange[];
  readonly embeddings: readonly RecordedVector[];
}

/** Reads recorded answers. @throws EvospiceError `LLM_SCRIPT` for a file that cannot be read or is not a script */
export function readScript(file: string): Script {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new EvospiceError('LLM_SCRIPT', `cannot read the script ${file}: ${(cause as Error).message}`, { file, expected: 'a file written by `evospice export RUN --as script`', cause });
  }
  try {
    return scriptSchema.parse(JSON.parse(text)) as Script;
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new EvospiceError('LLM_SCRIPT', `${file} is not a script: ${reason}`, { file, expected: 'JSON with `exchanges`, each with a model, messages, and an answer or a failure', cause });
  }
}
