import { z } from 'zod';

/** Options of every optimizer that is driven by `runSearch`; spread them into the options of a plugin. */
export const searchOptions = {
  cost: z.enum(['log-then-error', 'error', 'log']).default('log-then-error')
    .describe("What is minimised: the problem's own error, the error in decades, or decades first and the problem's own error from there. A start card can be off by decades, where relative errors say little."),
  errorFrom: z.number().min(0).default(0.05).describe("Error in decades at which log-then-error turns to the problem's own error; it does so at half of the budget at the latest."),
  restarts: z.boolean().default(true).describe('Search again when a search has converged and budget is left: from changed best points and, every third time, from the best of a Latin hypercube.'),
};

export type SearchOptions = z.output<z.ZodObject<typeof searchOptions>>;
