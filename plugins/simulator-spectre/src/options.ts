import { commandOptions } from '@evospice/external-simulator';
import { z } from 'zod';

export const spectreOptions = z.strictObject({
  ...commandOptions('spectre'),
  output: z.enum(['nutbin', 'psfascii']).default('nutbin').describe('Format of the results: one binary nutmeg file, or a folder of PSF text files with 16 digits.'),
  candidatesARun: z.int().min(1).max(100).default(16).describe('Candidates that one run takes, each in an altergroup: a run checks out a licence once.'),
  licenceWaitSeconds: z.int().min(0).default(0).describe('Time Spectre itself may queue for a licence, s (+lqtimeout); with 0 it refuses at once and the scheduler queues.'),
});
export type SpectreOptions = z.output<typeof spectreOptions>;
