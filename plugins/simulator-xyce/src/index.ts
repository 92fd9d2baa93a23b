import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { simulatorContribution } from '@evospice/external-simulator';
import { z } from 'zod';
import { XyceDialect } from './dialect/xyce-dialect.ts';
import { xyceAdapter } from './xyce-adapter.ts';
import { xyceOptions } from './options.ts';

/** Xyce: the simulator and its model cards. */
export default definePlugin({
  name: '@evospice/plugin-simulator-xyce',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'xyce', summary: 'Xyce, run as a command', options: xyceOptions, adapter: xyceAdapter }),
    contribute({ point: 'CardDialect', name: 'xyce', summary: 'Model cards of Xyce', options: z.strictObject({}), create: () => new XyceDialect() }),
  ],
});
