import { casesSchema, isolationSchema, limitsSchema, programSource } from '@evospice/problem-kit';
import { z } from 'zod';

export const moduleProblemOptions = z.strictObject({
  module: z.string().min(1).describe('TypeScript or JavaScript file that exports `problem`, relative to the configuration'),
  seeds: z.array(programSource).min(1).describe('Programs to begin with'),
  cases: casesSchema.optional().describe('What each program is tried on; those of the module when left out'),
  validation: casesSchema.optional().describe('Cases for champions only; those of the module when left out'),
  evaluate: z.enum(['beside', 'sandbox']).default('beside')
    .describe('beside: the function runs outside and only the program in the sandbox, so that the score is out of its reach; sandbox: both run inside, which is quicker but trusts the program'),
  limits: limitsSchema,
  isolation: isolationSchema,
});
export type ModuleProblemOptions = z.output<typeof moduleProblemOptions>;
