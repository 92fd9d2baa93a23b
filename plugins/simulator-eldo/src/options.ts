import { commandOptions } from '@evospice/external-simulator';
import { z } from 'zod';

export const eldoOptions = z.strictObject({
  ...commandOptions('eldo'),
  output: z.enum(['spi3asc', 'spi3bin']).default('spi3asc').describe('Kind of Spice 3 file the results are written to: text, or binary.'),
});
export type EldoOptions = z.output<typeof eldoOptions>;
