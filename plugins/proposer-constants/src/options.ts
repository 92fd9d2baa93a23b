import { z } from 'zod';

export const constantsOptions = z.strictObject({
  elites: z.int().min(1).max(256).default(16).describe('Elites among which the most promising program is looked for.'),
  constants: z.int().min(1).max(64).default(5).describe('Most numbers tuned at once; of more, so many are drawn.'),
  children: z.int().min(1).max(10_000).default(60).describe('Most children of one search.'),
  patience: z.int().min(1).max(10_000).default(16).describe('Children in a row without a new best after which a search ends.'),
  width: z.number().gt(0).max(1).default(0.15).describe('Standard deviation of the first children, as a share of each range.'),
});

export type ConstantsOptions = z.output<typeof constantsOptions>;
