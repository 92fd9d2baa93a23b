import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { IsolateProgramRunner } from './isolate-program-runner.ts';

const options = z.strictObject({
  warm: z.int().min(0).max(64).default(1).describe('Sandboxes kept ready, about 65 MB each; 0 starts each when it is wanted'),
  isolation: z.enum(['auto', 'bubblewrap', 'process']).default('auto')
    .describe('auto: the strongest that works here; bubblewrap: refuse to run without it; process: never use it'),
});

/** Contributes the program runner `isolate`. */
export const sandboxPlugin = definePlugin({
  name: '@evospice/sandbox',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'ProgramRunner',
      name: 'isolate',
      summary: 'Runs programs in an isolate of a confined child process',
      options,
      create: (chosen) => new IsolateProgramRunner(chosen),
    }),
  ],
});
