import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { simulatorContribution } from '@evospice/external-simulator';
import { z } from 'zod';
import { SpiceOpusDialect } from './dialect/spiceopus-dialect.ts';
import { spiceopusAdapter } from './spiceopus-adapter.ts';
import { spiceopusOptions } from './options.ts';

/** SPICE OPUS: the simulator and its model cards. */
export default definePlugin({
  name: '@evospice/plugin-simulator-spiceopus',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'spiceopus', summary: 'SPICE OPUS, run as a command', options: spiceopusOptions, adapter: spiceopusAdapter }),
    contribute({ point: 'CardDialect', name: 'spiceopus', summary: 'Model cards of SPICE OPUS', options: z.strictObject({}), create: () => new SpiceOpusDialect() }),
  ],
});
