import { z } from 'zod';

/** Options of the embedding model `scripted`. */
export const scriptedEmbeddingOptions = z.strictObject({
  script: z.string().min(1).describe('File of recorded answers, relative to the configuration, as for the language model `scripted`.'),
});

/** Options of the language model `scripted`. */
export const scriptedOptions = z.strictObject({
  script: z.string().min(1).describe('File of recorded answers, relative to the configuration: `evospice export RUN --as script --out FILE` writes one from any run.'),
  by: z.enum(['question', 'order']).default('question').describe('Answer the same question with what it was answered before, or any question with the next answer.'),
  seconds: z.number().min(0).max(3600).default(0).describe('Time that every answer takes.'),
});
