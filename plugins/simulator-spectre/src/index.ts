import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { simulatorContribution } from '@evospice/external-simulator';
import { z } from 'zod';
import { SpectreDialect } from './dialect/spectre-dialect.ts';
import { spectreAdapter } from './spectre-adapter.ts';
import { spectreOptions } from './options.ts';

/** Spectre: the simulator and its model cards. */
export default definePlugin({
  name: '@evospice/plugin-simulator-spectre',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'spectre', summary: 'Spectre, run as a command', options: spectreOptions, adapter: spectreAdapter }),
    contribute({ point: 'CardDialect', name: 'spectre', summary: 'Model cards of Spectre', options: z.strictObject({}), create: () => new SpectreDialect() }),
  ],
});
