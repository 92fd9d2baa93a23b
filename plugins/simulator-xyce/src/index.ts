import { simulatorContribution } from '@evospice/external-simulator';
import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { xyceOptions } from './options.ts';
import { xyceAdapter } from './xyce-adapter.ts';

export { xyceAdapter } from './xyce-adapter.ts';
export type { XyceOptions } from './options.ts';

/** Xyce as a simulator. */
export default definePlugin({
  name: '@evospice/plugin-simulator-xyce',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'xyce', summary: 'Xyce, run as a command', options: xyceOptions, adapter: xyceAdapter }),
  ],
});
