import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
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
      summary: 'runs jobs side by side in this process',
      options: z.strictObject({
        workers: z.int().min(1).optional().describe('Jobs at once; the number of available cores when left out.'),
      }),
      create: ({ workers }) => new LocalExecutor(workers === undefined ? {} : { workers }),
    }),
  ],
});
