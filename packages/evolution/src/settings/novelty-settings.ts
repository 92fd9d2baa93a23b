import type { SelectionSchemaMaker } from '@evospice/contracts';
import { z } from 'zod';

const share = z.number().gt(0).max(1);

/** How children are told that are too much like what was run before; each method on its own, the cheapest first. */
export const noveltySchema = (select: SelectionSchemaMaker) => z
  .strictObject({
    similarity: share.optional().describe('Share of token sequences in common, from 0 to 1, from which on a child is turned away.'),
    embedding: z
      .strictObject({
        model: select('EmbeddingModel').describe('Model that makes vectors of the evolve blocks.'),
        limit: share.describe('Cosine of the angle between two vectors, 1 for the same direction, from which on a child is turned away.'),
      })
      .optional()
      .describe('Compares vectors that a model makes of programs; each program is asked about once.'),
    judge: z
      .strictObject({
        languageModel: select('LanguageModel').describe('Is asked whether a child differs in its idea from the nearest programs.'),
        similarity: share.default(0.5).describe('It is asked about children with at least this share of token sequences in common with a program,'),
        embedding: share.optional().describe('and where `embedding` is set, about those with at least this cosine.'),
        programs: z.int().min(1).max(5).default(1).describe('So many of the nearest programs are shown.'),
      })
      .optional()
      .describe('A language model turns away children that differ from the nearest programs in details only. Without an answer a child goes on.'),
    spareNumbers: z.boolean().optional().describe('Let children through that differ from their parent in numbers only; when left out, where a proposer tunes numbers.'),
  })
  .refine(({ similarity, embedding, judge }) => (similarity ?? embedding ?? judge) !== undefined, { message: 'names no method: give `similarity`, `embedding` or `judge`' });

export type NoveltySettings = z.output<ReturnType<typeof noveltySchema>>;
