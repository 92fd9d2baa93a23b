import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';

export const llmProposerOptions = (select: SelectionSchemaMaker) => z.strictObject({
  languageModel: select('LanguageModel').describe('language model that writes the children: the name of a LanguageModel, or its name with options'),
  maxInspirations: z.int().min(0).max(10).default(2).describe('other elites shown beside the parent'),
  maxRejections: z.int().min(0).max(20).default(3).describe('newest rejection reasons shown'),
  temperature: z.number().min(0).max(2).optional().describe("sampling temperature; the language model's own when left out"),
  maxTokens: z.int().positive().optional().describe("longest answer in tokens; the language model's own when left out"),
  repairs: z.int().min(0).max(3).default(1).describe('further attempts after an answer that cannot be applied or does not parse, with the error shown'),
  seeded: z.boolean().default(true).describe('pass a seed drawn from the run to services that take one'),
});

export type LlmProposerOptions = z.output<ReturnType<typeof llmProposerOptions>>;
