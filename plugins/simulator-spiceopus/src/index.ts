import { simulatorContribution } from '@evospice/external-simulator';
import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { spiceopusOptions } from './options.ts';
import { spiceopusAdapter } from './spiceopus-adapter.ts';

export { spiceopusAdapter } from './spiceopus-adapter.ts';
export type { SpiceopusOptions } from './options.ts';

/** SPICE OPUS as a simulator. */
export default definePlugin({
  name: '@evospice/plugin-simulator-spiceopus',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'spiceopus', summary: 'SPICE OPUS, run as a command', options: spiceopusOptions, adapter: spiceopusAdapter }),
  ],
});
