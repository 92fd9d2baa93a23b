import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { AnalyticSimulator } from './analytic-simulator.ts';

export { AnalyticSimulator } from './analytic-simulator.ts';

export default definePlugin({
  name: '@evospice/plugin-simulator-analytic',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({
      point: 'Simulator',
      name: 'analytic',
      summary: 'Test functions and the diode equation, computed in this process',
      options: z.strictObject({}),
      create: () => new AnalyticSimulator(),
    }),
  ],
});
