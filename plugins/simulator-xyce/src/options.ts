import { commandOptions } from '@evospice/external-simulator';
import { z } from 'zod';

export const xyceOptions = z.strictObject({
  ...commandOptions('Xyce'),
  output: z.enum(['raw', 'csv']).default('raw').describe('Format of the results: binary raw files, or CSV with 16 digits, which people can read.'),
});
export type XyceOptions = z.output<typeof xyceOptions>;
