import { z } from 'zod';

/** Where OpenAI itself answers; every other base URL may do without a key. */
export const officialBaseUrl = 'https://api.openai.com/v1';

export const openaiOptions = z.strictObject({
  model: z.string().min(1).describe('model as the service names it, such as gpt-5-mini, or qwen3-coder on a local server'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default(officialBaseUrl)
    .describe('base URL of an OpenAI-compatible service, such as http://127.0.0.1:11434/v1 for Ollama'),
  apiKeyVariable: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable, never the key itself')
    .default('OPENAI_API_KEY')
    .describe('name of the environment variable that holds the key; a service other than OpenAI may do without'),
  timeoutSeconds: z.number().positive().max(3600).default(120).describe('longest wait for one whole answer, in seconds'),
  maxRetries: z.int().min(0).max(10).default(3).describe('tries after the first, for an overloaded or unreachable service and for empty answers'),
  retryDelaySeconds: z
    .number()
    .min(0)
    .max(60)
    .default(1)
    .describe('wait before the first retry in seconds; doubles with each; a longer Retry-After of the service is heeded up to 60 s'),
  temperature: z.number().min(0).max(2).optional().describe("sampling temperature where the request names none; the service's own when left out"),
  maxTokens: z.int().positive().optional().describe("longest answer in tokens where the request names none; the service's own when left out"),
  maxAnswerBytes: z.int().min(1024).max(2 ** 30).default(4 * 2 ** 20).describe('longest body of an answer that is read, in bytes'),
  tokenLimitField: z
    .enum(['max_tokens', 'max_completion_tokens'])
    .optional()
    .describe('request field for the longest answer; max_completion_tokens at OpenAI and max_tokens elsewhere when left out'),
});

export type OpenaiOptions = z.output<typeof openaiOptions>;
