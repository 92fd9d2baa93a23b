import { z } from 'zod';
import { priceSchema } from './cost/prices.ts';

/** What every request holds by other options. */
const reserved = new Set(['model', 'messages', 'input', 'system', 'instructions', 'stream', 'tools', 'n']);

/** Options that every service has; a plugin adds its own. */
export const serviceOptions = {
  timeoutSeconds: z.number().positive().max(3600).default(120).describe('longest wait for one whole answer, in seconds'),
  stream: z.boolean().default(false).describe('ask for answers piece by piece: a service that hangs is noticed after `idleSeconds`, and proxies that close silent connections do no harm'),
  idleSeconds: z.number().positive().max(3600).default(60).describe('longest silence within an answer that comes piece by piece, in seconds'),
  maxRetries: z.int().min(0).max(10).default(3).describe('tries after the first, for an overloaded or unreachable service and for answers that are empty or cut off'),
  retryDelaySeconds: z
    .number()
    .min(0)
    .max(60)
    .default(1)
    .describe('wait before the first retry in seconds; doubles with each; a longer Retry-After of the service is heeded up to 60 s'),
  temperature: z.number().min(0).max(2).optional().describe("sampling temperature where the request names none; the service's own when left out"),
  parameters: z
    .record(z.string().min(1), z.json())
    .default({})
    .refine((given) => Object.keys(given).every((name) => !reserved.has(name)), `${[...reserved].join(', ')} cannot be set here`)
    .describe('further parameters of every request as the service names them, such as `top_p` or `reasoning_effort`; one that it refuses is left out from then on'),
  maxAnswerBytes: z.int().min(1024).max(2 ** 30).default(4 * 2 ** 20).describe('longest answer that is read, in bytes'),
  price: priceSchema.optional().describe('price of the model, for services that do not tell it: `stop.money` and the ledger need one; `prices` when left out'),
  prices: z.string().min(1).optional().describe('YAML file with the prices of models, relative to the configuration'),
} as const;

export type ServiceOptions = z.output<z.ZodObject<typeof serviceOptions>>;

/** The name of an environment variable with a key. */
export function keyVariable(name: string, description: string) {
  return z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, 'the name of an environment variable, never the key itself').default(name).describe(description);
}
