import { z } from 'zod';

/** Options of the language model `manual`. */
export const manualOptions = z.strictObject({
  folder: z.string().min(1).optional().describe('Folder of the questions of this run alone, relative to the configuration; `questions` in the folder of the run when left out.'),
  timeoutSeconds: z.number().positive().max(2_000_000).optional().describe('Longest time that a question waits for its answer; for ever when left out.'),
});

export type ManualOptions = z.output<typeof manualOptions>;
