import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { uniformSelector } from './uniform-selector.ts';

/** Contributes the parent selector `uniform`. */
export default definePlugin({
  name: '@evospice/plugin-selector-uniform',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'ParentSelector',
      name: 'uniform',
      summary: 'every elite has the same chance of becoming a parent',
      options: z.strictObject({}),
      create: () => uniformSelector,
    }),
  ],
});
