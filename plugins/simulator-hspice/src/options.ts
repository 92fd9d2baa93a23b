import { commandOptions } from '@evospice/external-simulator';
import { z } from 'zod';

export const hspiceOptions = z.strictObject({
  ...commandOptions('hspice'),
  output: z.enum(['binary', 'ascii']).default('binary').describe('Results in double precision (post=1 of version 2001), or as text with five digits (post=2).'),
  candidatesARun: z.int().min(1).max(10).default(10).describe('Candidates that one run takes, each in an .alter block: a run checks out a licence once.'),
});
export type HspiceOptions = z.output<typeof hspiceOptions>;
