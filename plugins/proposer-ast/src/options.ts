import { z } from 'zod';

const weight = (value: number, what: string) => z.number().min(0).max(1000).default(value).describe(`how often it is drawn, against the others: ${what}`);

export const astProposerOptions = z.strictObject({
  weights: z
    .strictObject({
      'perturb-constant': weight(3, 'scales numbers'),
      'swap-strategy': weight(3, 'replaces a strategy block by one of the library'),
      'splice-strategy': weight(2, 'replaces a strategy block by that of another elite'),
      crossover: weight(1, 'takes several strategy blocks from another elite'),
      'insert-phase': weight(1, 'adds a phase to the schedule'),
      'remove-phase': weight(0.7, 'takes a phase out of the schedule'),
      'reorder-phases': weight(0.5, 'exchanges two phases of the schedule'),
      'flip-condition': weight(0.3, 'turns a comparison'),
      'change-operator': weight(0.3, 'exchanges an arithmetic operator or a function for its twin'),
    })
    .prefault({})
    .refine((weights) => Object.values(weights).some((value) => value > 0), 'at least one weight must be above 0')
    .describe('weight of each operator; 0 leaves it out'),
  choose: z.enum(['fixed', 'adaptive']).default('fixed').describe('`adaptive` multiplies each weight by the share of late children that beat their parent'),
  moreEdits: z.number().min(0).max(0.9).default(0.3).describe('probability that one more operator is applied to the child, and again'),
  attempts: z.int().min(1).max(1000).default(40).describe('tries before a proposal fails'),
});

export type AstProposerOptions = z.output<typeof astProposerOptions>;

export const numbersProposerOptions = z.strictObject({});
