import { simulatorContribution } from '@evospice/external-simulator';
import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { eldoAdapter } from './eldo-adapter.ts';
import { eldoOptions } from './options.ts';

export { eldoAdapter } from './eldo-adapter.ts';
export type { EldoOptions } from './options.ts';

/** Eldo as a simulator. */
export default definePlugin({
  name: '@evospice/plugin-simulator-eldo',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'eldo', summary: 'Eldo, run as a command', options: eldoOptions, adapter: eldoAdapter }),
  ],
});
