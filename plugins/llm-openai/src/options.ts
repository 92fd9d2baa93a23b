import { keyVariable, serviceOptions } from '@evospice/llm-kit';
import { z } from 'zod';

/** Where OpenAI itself answers; every other base URL may do without a key. */
export const officialBaseUrl = 'https://api.openai.com/v1';

export const openaiOptions = z.strictObject({
  model: z.string().min(1).describe('model as the service names it, such as gpt-5-mini, or qwen3-coder on a local server'),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .default(officialBaseUrl)
    .describe('base URL of an OpenAI-compatible service, such as http://127.0.0.1:11434/v1 for Ollama'),
  api: z.enum(['chat', 'responses']).default('chat').describe('`chat` completions, which nearly every service has, or `responses`, which OpenAI has for newer models'),
  apiKeyVariable: keyVariable('OPENAI_API_KEY', 'name of the environment variable that holds the key; a service other than OpenAI may do without'),
  ...serviceOptions,
  maxTokens: z.int().positive().optional().describe("longest answer in tokens where the request names none; the service's own when left out"),
  tokenLimitField: z
    .enum(['max_tokens', 'max_completion_tokens'])
    .optional()
    .describe('request field of `chat` for the longest answer; max_completion_tokens at OpenAI and max_tokens elsewhere when left out'),
});

export type OpenaiOptions = z.output<typeof openaiOptions>;
