import { simulatorContribution } from '@evospice/external-simulator';
import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { hspiceAdapter } from './hspice-adapter.ts';
import { hspiceOptions } from './options.ts';

export { hspiceAdapter } from './hspice-adapter.ts';
export type { HspiceOptions } from './options.ts';

/** HSPICE as a simulator. */
export default definePlugin({
  name: '@evospice/plugin-simulator-hspice',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'hspice', summary: 'HSPICE, run as a command', options: hspiceOptions, adapter: hspiceAdapter }),
  ],
});
