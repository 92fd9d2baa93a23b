import { commandOptions } from '@evospice/external-simulator';
import { z } from 'zod';

export const spiceopusOptions = z.strictObject({
  ...commandOptions('spiceopus'),
  output: z.enum(['binary', 'ascii']).default('binary').describe('Kind of raw file; the text form is for people to read.'),
});
export type SpiceopusOptions = z.output<typeof spiceopusOptions>;
