import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';
import { learningOptions } from './learning/options.ts';
import { weightedKindNames, type WeightedKindName } from './kinds/mutation-kind.ts';

const weight = (byDefault: number): z.ZodDefault<z.ZodNumber> => z.number().min(0).max(1e6).default(byDefault);

const kinds = z.strictObject({
  diff: weight(4).describe('one change, as SEARCH/REPLACE blocks'),
  rewrite: weight(2).describe('the evolve block around another idea'),
  crossover: weight(1).describe('the best of two parents'),
  simplify: weight(1).describe('the same with less code and fewer evaluations'),
  repair: weight(1).describe('the newest failed child, with its error'),
} satisfies Record<WeightedKindName, z.ZodType>);

const member = {
  weight: z.number().positive().max(1e6).default(1).describe('how often it is asked, relative to the others; with `ucb` and `thompson` which one is tried first'),
  as: z.string().min(1).optional().describe('what records call it; its own name when left out, of which there may be one only'),
  contextTokens: z.int().min(1000).optional().describe('as `contextTokens` of the proposer, for this model'),
};

const bandit = z.strictObject({
  window: z.int().min(10).max(100_000).default(300).describe('newest proposals that count'),
  exploration: z.number().min(0).max(10).default(0.5).describe('weight of what is not known yet in upper confidence bounds; 1 is UCB1'),
});

export const llmProposerOptions = (select: SelectionSchemaMaker) => z.strictObject({
  languageModel: select('LanguageModel').optional().describe('language model that writes the children: the name of a LanguageModel, or its name with options'),
  languageModels: z.array(select('LanguageModel', member, 'use')).min(1).optional()
    .describe('several in its place, each with a weight: `{ use: openai, options: { model: … }, weight: 2 }`; which one wrote a child is on record as `model`'),
  choose: z.enum(['weights', 'ucb', 'thompson']).default('weights')
    .describe('how a model and a kind of change are chosen: by their weights, or by what each pair of them has brought for its cost, with upper confidence bounds or Thompson sampling'),
  bandit: bandit.prefault({}).describe('settings of `ucb` and `thompson`'),
  kinds: kinds.prefault({}).refine(({ diff, rewrite, simplify }) => diff + rewrite + simplify > 0, 'one of diff, rewrite and simplify must have a weight above 0, as the others are not always possible')
    .describe(`how often each kind of change is asked for, relative to the others; 0 leaves one out: ${weightedKindNames.join(', ')}`),
  maxInspirations: z.int().min(0).max(10).default(2).describe('other elites shown beside the parent'),
  maxRejections: z.int().min(0).max(20).default(3).describe('kinds of failure shown, those with the newest failures'),
  prompts: z.string().min(1).optional().describe('folder with templates of your own, relative to the configuration: each takes the place of the one with its name; `evospice prompts FOLDER` writes all that there are'),
  contextTokens: z.int().min(1000).default(128_000)
    .describe("tokens that the model takes in and writes together; what does not fit is left out of a prompt, the least useful first. Counted as OpenAI's models do; others may count a fifth more"),
  ...learningOptions(select),
  temperature: z.number().min(0).max(2).optional().describe("sampling temperature; the language model's own when left out"),
  maxTokens: z.int().positive().optional().describe("longest answer in tokens; the language model's own when left out"),
  repairs: z.int().min(0).max(3).default(1).describe('further attempts after an answer that cannot be applied or does not parse, with the error shown'),
  seeded: z.boolean().default(true).describe('pass a seed drawn from the run to services that take one'),
})
  .refine(({ maxTokens = 0, contextTokens }) => maxTokens < contextTokens, { path: ['maxTokens'], message: 'must be less than contextTokens, which holds question and answer' })
  .refine(({ languageModel, languageModels }) => (languageModel === undefined) !== (languageModels === undefined), { path: ['languageModel'], message: 'either languageModel or languageModels is needed' });

export type LlmProposerOptions = z.output<ReturnType<typeof llmProposerOptions>>;
