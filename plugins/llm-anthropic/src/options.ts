import { keyVariable, serviceOptions } from '@evospice/llm-kit';
import { z } from 'zod';

/** Where Anthropic itself answers. */
export const officialBaseUrl = 'https://api.anthropic.com';

/** Options of the language model `anthropic`. */
export const anthropicOptions = z.strictObject({
  model: z.string().min(1).describe('model as the service names it'),
  baseUrl: z.url({ protocol: /^https?$/u }).default(officialBaseUrl).describe('base URL of the Messages API, without /v1'),
  apiKeyVariable: keyVariable('ANTHROPIC_API_KEY', 'name of the environment variable that holds the key; a service other than Anthropic may do without'),
  ...serviceOptions,
  maxTokens: z.int().positive().default(16_384).describe('longest answer in tokens where the request names none; the Messages API demands a limit'),
});

export type AnthropicOptions = z.output<typeof anthropicOptions>;
