import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';

const planning = z.strictObject({
  summaries: z.enum(['made', 'model']).default('made').describe('what came of a plan: told by the verdict alone, or summarised by the language model, which is one more question'),
  shown: z.int().min(0).max(50).default(8).describe('newest summaries that prompts show'),
});

const share = (byDefault: number): z.ZodDefault<z.ZodNumber> => z.number().min(0).max(1).default(byDefault);

/** Options of how the proposer learns; what is left out is off. */
export const learningOptions = (select: SelectionSchemaMaker) => ({
  plan: z.union([z.boolean(), planning]).default(false).transform((chosen) => (chosen === true ? planning.parse({}) : chosen === false ? undefined : chosen))
    .describe('ask for a plan before each change, and show in later prompts what came of it'),
  lessons: z.strictObject({
    every: z.int().min(0).max(100_000).default(20).describe('children judged or turned away between two questions for lessons; 0 asks for none'),
    keep: z.int().min(1).max(50).default(8).describe('lessons at most'),
    ownShare: share(1).describe('chance that a prompt shows the lessons of this run: below 1, their worth is measured'),
    from: z.array(z.string().min(1)).default([]).describe('folders of other runs whose last lessons are shown too, relative to the configuration'),
    share: share(0.5).describe('chance that a prompt shows the lessons of other runs; their worth is measured against the prompts without'),
    model: select('LanguageModel').optional().describe('language model that draws the lessons; the one that writes the children when left out'),
  }).optional().describe('lessons that the model draws from what became of children'),
  metaPrompts: z.strictObject({
    size: z.int().min(2).max(100).default(8).describe('paragraphs at most; the least useful goes'),
    every: z.int().min(1).max(100_000).default(10).describe('children judged or turned away between two new paragraphs'),
    choose: z.enum(['ucb', 'softmax']).default('ucb').describe('how a prompt gets its paragraph: by mean gain and how seldom it was tried, or by chance that grows with the mean gain'),
    first: z.array(z.string().trim().min(1).max(1500)).min(1).optional().describe("paragraphs to begin with; the plugin's own when left out"),
    model: select('LanguageModel').optional().describe('language model that writes paragraphs; the one that writes the children when left out'),
  }).optional().describe('instructions that are themselves evolved: each prompt holds one of several paragraphs, and the model improves the best'),
});

const outputs = (select: SelectionSchemaMaker) => z.strictObject(learningOptions(select));
export type LearningOptions = z.output<ReturnType<typeof outputs>>;
