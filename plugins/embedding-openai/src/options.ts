import { keyVariable, serviceOptions } from '@evospice/llm-kit';
import { z } from 'zod';

/** Where OpenAI itself answers; every other base URL may do without a key. */
export const officialBaseUrl = 'https://api.openai.com/v1';

const { timeoutSeconds, maxRetries, retryDelaySeconds, maxAnswerBytes } = serviceOptions;

export const embeddingOptions = z.strictObject({
  model: z.string().min(1).describe('model as the service names it, such as text-embedding-3-small, or nomic-embed-text on a local server'),
  baseUrl: z.url({ protocol: /^https?$/ }).default(officialBaseUrl).describe('base URL of an OpenAI-compatible service, such as http://127.0.0.1:11434/v1 for Ollama'),
  apiKeyVariable: keyVariable('OPENAI_API_KEY', 'name of the environment variable that holds the key; a service other than OpenAI may do without'),
  dimensions: z.int().positive().optional().describe("numbers of a vector, for models that can make shorter ones; the model's own when left out"),
  maxCharacters: z.int().min(100).default(24_000).describe('longer texts are cut there: services refuse what exceeds their limit of tokens'),
  price: z.number().min(0).optional().describe('US dollars per million tokens, for services that do not tell a price'),
  timeoutSeconds, maxRetries, retryDelaySeconds, maxAnswerBytes,
});

export type EmbeddingOptions = z.output<typeof embeddingOptions>;
