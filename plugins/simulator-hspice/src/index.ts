import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { simulatorContribution } from '@evospice/external-simulator';
import { z } from 'zod';
import { HspiceDialect } from './dialect/hspice-dialect.ts';
import { hspiceAdapter } from './hspice-adapter.ts';
import { hspiceOptions } from './options.ts';

/** HSPICE: the simulator and its model cards. */
export default definePlugin({
  name: '@evospice/plugin-simulator-hspice',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    simulatorContribution({ name: 'hspice', summary: 'HSPICE, run as a command', options: hspiceOptions, adapter: hspiceAdapter }),
    contribute({ point: 'CardDialect', name: 'hspice', summary: 'Model cards of HSPICE', options: z.strictObject({}), create: () => new HspiceDialect() }),
  ],
});
