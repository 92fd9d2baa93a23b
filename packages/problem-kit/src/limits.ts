import { z } from 'zod';

/** What a program may use on one case. */
export const limitsSchema = z.strictObject({
  wallSeconds: z.number().positive().max(86_400).default(60).describe('Wall-clock seconds of the program'),
  memoryMb: z.int().min(16).max(65_536).default(512).describe('Memory of the program in MB'),
}).prefault({});

export const isolationSchema = z.enum(['auto', 'bubblewrap', 'process']).default('auto')
  .describe('auto: the strongest walls that work here; bubblewrap: refuse to run without it; process: never use it');
