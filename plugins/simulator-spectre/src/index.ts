import { simulatorContribution } from '@evospice/external-simulator';
import { CONTRACT_VERSION, definePlugin } from '@evospice/contracts';
import { spectreAdapter } from './spectre-adapter.ts';
import { spectreOptions } from './options.ts';

export { spectreAdapter } from './spectre-adapter.ts';
export type { SpectreOptions } from './options.ts';

/** Spectre as a simulator. */
export default definePlugin({
  name: '@evospice/plugin-simulator-spectre',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'spectre', summary: 'Spectre, run as a command', options: spectreOptions, adapter: spectreAdapter }),
  ],
});
