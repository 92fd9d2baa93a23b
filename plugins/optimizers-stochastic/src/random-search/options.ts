import { z } from 'zod';

export const randomSearchOptions = z.strictObject({
  batch: z.int().min(1).max(1000).default(16).describe('Candidates of one batch.'),
  sampling: z.enum(['latin-hypercube', 'uniform']).default('latin-hypercube').describe('How the candidates of one batch are spread over the unit cube.'),
});
export type RandomSearchOptions = z.output<typeof randomSearchOptions>;
