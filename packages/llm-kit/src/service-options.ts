import { z } from 'zod';
import { priceSchema } from './prices.ts';

/** Options that every service has; a plugin adds its own. */
export const serviceOptions = {
  timeoutSeconds: z.number().positive().max(3600).default(120).describe('longest wait for one whole answer, in seconds'),
  maxRetries: z.int().min(0).max(10).default(3).describe('tries after the first, for an overloaded or unreachable service and for empty answers'),
  retryDelaySeconds: z
    .number()
    .min(0)
    .max(60)
    .default(1)
    .describe('wait before the first retry in seconds; doubles with each; a longer Retry-After of the service is heeded up to 60 s'),
  temperature: z.number().min(0).max(2).optional().describe("sampling temperature where the request names none; the service's own when left out"),
  maxAnswerBytes: z.int().min(1024).max(2 ** 30).default(4 * 2 ** 20).describe('longest body of an answer that is read, in bytes'),
  price: priceSchema.optional().describe('price of the model, for services that do not tell it: `stop.money` and the ledger need one'),
} as const;

/** The name of an environment variable with a key. */
export function keyVariable(name: string, description: string) {
  return z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, 'the name of an environment variable, never the key itself').default(name).describe(description);
}
