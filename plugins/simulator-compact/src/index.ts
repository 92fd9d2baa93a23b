import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { CompactSimulator } from './compact-simulator.ts';

export { CompactSimulator } from './compact-simulator.ts';

export default definePlugin({
  name: '@evospice/plugin-simulator-compact',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Simulator',
      name: 'compact',
      summary: 'Compact models by their own equations, computed in this process: no simulator needed',
      options: z.strictObject({}),
      create: () => new CompactSimulator(),
    }),
  ],
});
