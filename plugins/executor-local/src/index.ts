import { CONTRACT_VERSION, Logger, contribute, defined, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { LocalExecutor } from './local-executor.ts';

export { LocalExecutor } from './local-executor.ts';

/** Contributes the executor `local`. */
export default definePlugin({
  name: '@evospice/plugin-executor-local',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Executor',
      name: 'local',
      summary: 'runs jobs on this machine, in this process or in child processes',
      options: z.strictObject({
        workers: z.int().min(1).optional().describe('Jobs at once; the number of available cores when left out.'),
        processes: z.boolean().default(false).describe('Whether each worker is a child process of its own.'),
      }),
      inject: [Logger],
      create: (options, log: Logger) => new LocalExecutor(defined(options), log),
    }),
  ],
});
