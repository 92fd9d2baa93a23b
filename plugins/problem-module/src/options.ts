import { casesSchema, isolationSchema, limitsSchema, programSource } from '@evospice/problem-kit';
import { z } from 'zod';

export const moduleProblemOptions = z.strictObject({
  module: z.string().min(1).describe('TypeScript or JavaScript file that exports `problem`, relative to the configuration'),
  seeds: z.array(programSource).describe('Programs to begin with; an empty list leaves the first ones to a language model'),
  blank: programSource.optional().describe('Program with an empty evolve block, which language models write the first programs into where there are no seeds; made from the contract when left out'),
  cases: casesSchema.optional().describe('What each program is tried on; those of the module when left out'),
  validation: casesSchema.optional().describe('Cases for champions only; those of the module when left out'),
  evaluate: z.enum(['beside', 'sandbox']).default('beside')
    .describe('beside: the function runs outside and only the program in the sandbox, so that the score is out of its reach; sandbox: both run inside, which is quicker but trusts the program'),
  limits: limitsSchema,
  isolation: isolationSchema,
});
export type ModuleProblemOptions = z.output<typeof moduleProblemOptions>;
