import { CONTRACT_VERSION, Clock, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { SqliteRunStore } from './sqlite-run-store.ts';

/** Contributes the run store `sqlite`. */
export const storePlugin = definePlugin({
  name: '@evospice/store',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'RunStore',
      name: 'sqlite',
      summary: 'every event of a run in one SQLite file in its folder',
      options: z.strictObject({}),
      inject: [Clock],
      create: (_options, clock: Clock) => new SqliteRunStore(clock),
    }),
  ],
});
