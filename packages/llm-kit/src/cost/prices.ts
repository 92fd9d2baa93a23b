import type { CompletionUsage } from '@evospice/contracts';
import { z } from 'zod';

/** What a model costs, in US dollars per million tokens. */
export const priceSchema = z.strictObject({
  input: z.number().min(0).describe('US dollars per million tokens read.'),
  output: z.number().min(0).describe('US dollars per million tokens written.'),
  cached: z.number().min(0).optional().describe('US dollars per million tokens that the service had in its cache; as `input` when left out.'),
});

export type Price = z.output<typeof priceSchema>;

/** Knows what models cost. */
export interface PriceLookup {
  /** @param names of one model, the first that has a price counts */
  priceOf(...names: readonly string[]): Price | undefined;
}

/** The usage with its cost, where the service did not tell one and a price is known. */
export function priced(usage: CompletionUsage | undefined, price: Price | undefined): CompletionUsage | undefined {
  if (usage === undefined || price === undefined || usage.cost !== undefined) return usage;
  const cached = Math.min(usage.cachedTokens ?? 0, usage.inputTokens);
  const dollars = (usage.inputTokens - cached) * price.input + cached * (price.cached ?? price.input) + usage.outputTokens * price.output;
  return { ...usage, cost: dollars / 1e6 };
}
